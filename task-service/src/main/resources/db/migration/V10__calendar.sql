-- The working-day calendar as law-like data. A publication of a year adds a version with the document of every day and
-- moves the edition, by which replicas and clocks see that what they computed is old. Nothing is ever changed or removed.
create table calendar (
    code    text   primary key,
    name    text   not null,
    edition bigint not null
);
insert into calendar (code, name, edition) values ('CN', '国务院办公厅节假日安排', 0);

create table calendar_year (
    calendar     text        not null references calendar (code),
    year         int         not null check (year between 1970 and 2199),
    version      int         not null check (version > 0),
    published_by text        not null,
    published_at timestamptz not null,
    primary key (calendar, year, version)
);

create table calendar_day (
    calendar text not null,
    year     int  not null,
    version  int  not null,
    day      date not null check (extract(year from day) = year),
    kind     text not null check (kind in ('OFF', 'WORKED')),
    name     text not null,
    document text not null,
    primary key (calendar, year, version, day),
    foreign key (calendar, year, version) references calendar_year (calendar, year, version)
);

grant select, update on calendar to ${app};
grant select, insert on calendar_year to ${app};
grant select, insert on calendar_day to ${app};
