-- What came of the self-test (自检): how many test ratings of a level were sent through a channel on a day, and how many
-- landed. Of the whole city; no place, and nothing of any rating but a test's own count.
create table self_test (
    day     date   not null,
    channel text   not null,
    level   int    not null check (level between 1 and 5),
    sent    bigint not null,
    landed  bigint not null check (landed <= sent),
    primary key (day, channel, level)
);

-- A round is run by the one process that claims its hour. alike says whether the answers of all levels had one length.
create table self_test_round (
    day   date    not null,
    hour  int     not null check (hour between 0 and 23),
    alike boolean,
    primary key (day, hour)
);

grant select, insert, update on self_test, self_test_round to ${app};
