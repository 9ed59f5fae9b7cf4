-- Units and calendar years as the topics organisation and calendar tell them; the highest sequence of a key is the truth.
create table unit (
    code     text    primary key,
    name     text    not null,
    kind     text    not null,
    parent   text,
    active   boolean not null,
    sequence bigint  not null
);
create index unit_parent on unit (parent);

create table calendar_year (
    calendar text   not null,
    year     int    not null,
    version  int    not null,
    days     jsonb  not null,
    sequence bigint not null,
    primary key (calendar, year)
);

-- Halls (大厅) with their windows (窗口), and the matters (事项) served there. number is what a visit code carries
-- instead of the official code; it is drawn at random.
create table hall (
    code text primary key,
    name text not null,
    unit text
);

create table service_window (
    code    text    primary key,
    number  int     not null unique,
    name    text    not null,
    hall    text    not null references hall,
    feed    boolean not null,
    version bigint  not null
);

-- Who owned a window from which day on; ratings follow the owner of the day of the visit.
create table window_owner (
    window_code text not null references service_window,
    from_day    date not null,
    unit        text not null,
    primary key (window_code, from_day)
);

create table matter (
    code       text   primary key,
    number     int    not null unique,
    name       text   not null,
    owner_unit text,
    version    bigint not null
);

grant select, insert, update on unit, calendar_year, hall, service_window, window_owner, matter to ${app};
-- A change of owner that is still ahead may be replaced by another.
grant delete on window_owner to ${app};
