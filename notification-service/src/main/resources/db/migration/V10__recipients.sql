-- Who can hear and when: what the topics organisation and calendar say, newest record of a key wins. The numbers in
-- sequence are the events' own; a record with an older one never overwrites.

create table unit (
    code     text    primary key,
    name     text    not null,
    kind     text    not null,
    parent   text,
    active   boolean not null,
    sequence bigint  not null
);
create index unit_parent on unit (parent);

-- No reference to unit: units and posts come in any order.
create table post (
    post_id        text   primary key,
    role           text   not null,
    unit           text   not null,
    holder_subject text,
    holder_name    text,
    email          text,
    held_from      date,
    sequence       bigint not null
);
create index post_office on post (unit, role);

create table calendar_year (
    calendar text   not null,
    year     int    not null,
    version  int    not null,
    days     jsonb  not null,
    sequence bigint not null,
    primary key (calendar, year)
);

grant select, insert, update on unit, post, calendar_year to ${app};
