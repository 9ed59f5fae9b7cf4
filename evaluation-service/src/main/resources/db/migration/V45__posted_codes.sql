-- Register of place codes (评价点码): what hangs printed at windows, doors and boards. number is all that the print
-- carries besides its MAC; it is drawn at random. A code that ended stays on record.
create table posted_code (
    id         uuid   primary key,
    number     int    not null unique check (number > 0),
    kind       text   not null check (kind in ('WINDOW', 'SECTION_DOOR', 'NOTICE_BOARD', 'KIOSK', 'ONLINE')),
    place      text   not null,
    owner_unit text   not null,
    position   text,
    posted_day date   not null,
    state      text   not null check (state in ('ACTIVE', 'WITHDRAWN', 'DAMAGED')),
    ended_day  date,
    reason     text,
    version    bigint not null,
    check ((state = 'ACTIVE') = (ended_day is null)),
    check ((state = 'ACTIVE') = (reason is null))
);
create index posted_code_place on posted_code (place, id);

grant select, insert, update on posted_code to ${app};
