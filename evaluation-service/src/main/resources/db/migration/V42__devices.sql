-- Devices that take ratings (评价器). last_seen is a day and moves by the device's own report alone: no rating names a
-- device, and no time in this table can be laid beside a visit.
create table device (
    serial    text   primary key,
    kind      text   not null check (kind in ('COUNTER_TABLET', 'TERMINAL', 'KIOSK')),
    place     text   not null references spot,
    status    text   not null check (status in ('IN_USE', 'OUT_OF_ORDER', 'WITHDRAWN')),
    last_seen date,
    version   bigint not null
);
create index device_place on device (place, serial);

grant select, insert, update on device to ${app};
