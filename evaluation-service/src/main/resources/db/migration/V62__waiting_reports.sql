-- What waits to be published, and how long already (anonymity rule K10): one row per city and ISO week, written with the
-- week's first slot and never changed. Ages are working days from expiry days alone; a count below k is not stored.
create table waiting_report (
    city          text   not null,
    week          text   not null,
    slot          date   not null,
    accepted      bigint,
    pending       bigint,
    median_age    int,
    ninetieth_age int,
    oldest_age    int,
    late          bigint,
    primary key (city, week)
);

grant select, insert on waiting_report to ${app};
grant select on waiting_report to ${rated};
