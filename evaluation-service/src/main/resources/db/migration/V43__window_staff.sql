-- Staff of windows (窗口人员) with the unit that sends them (派出单位), and their turns at windows (轮岗).
create table window_staff (
    code       text   primary key,
    name       text   not null,
    duty       text   not null,
    photo_name text,
    photo      bytea,
    version    bigint not null,
    constraint photo_has_a_name check ((photo_name is null) = (photo is null))
);

create index window_staff_photo on window_staff (photo_name) where photo_name is not null;

create table staff_unit (
    staff_code text not null references window_staff,
    from_day   date not null,
    unit       text not null,
    primary key (staff_code, from_day)
);

-- Whoever holds a window from a day on; null where nobody does.
create table staff_turn (
    window_code text not null references service_window,
    from_day    date not null,
    staff_code  text references window_staff,
    primary key (window_code, from_day)
);
create index staff_turn_staff on staff_turn (staff_code);

-- Whether the bureau wishes the card (亮牌) of its staff on the rating page.
alter table service_window add column shows_card boolean not null default false;

grant select, insert, update on window_staff, staff_unit, staff_turn to ${app};
-- What is still ahead may be replaced.
grant delete on staff_unit, staff_turn to ${app};
