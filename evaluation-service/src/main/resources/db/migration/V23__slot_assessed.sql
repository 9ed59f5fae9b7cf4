-- Pools that the running slot has looked at already, so that a run after a crash looks at none a second time: a second
-- look over later arrivals would tell what arrived in between. Emptied when the slot is through.
create table slot_assessed (
    day        date not null,
    scope      text not null,
    place      text,
    owner_unit text not null,
    stream     text not null,
    unique nulls not distinct (day, scope, place, owner_unit, stream)
);

grant select, insert, delete on slot_assessed to ${app};
