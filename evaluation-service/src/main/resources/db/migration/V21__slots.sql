-- Mixing slots that were run. The newest finished one says what is due next. The mixer's lease is the row 'mixer' of
-- relay_lease; epoch is the one it held.
create table slot_run (
    day      date    primary key,
    epoch    bigint  not null,
    finished boolean not null
);

grant select, insert, update on slot_run to ${app};
