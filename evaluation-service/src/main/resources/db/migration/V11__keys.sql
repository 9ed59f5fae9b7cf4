-- Every key is wrapped by a key-encryption key that is kept in a file outside this database and its backups.

-- Keys of one expiry day: seal (boxes), spend (row keys), mint (visit tags). Deleting a row destroys the key.
create table day_key (
    exp_day date  not null,
    purpose text  not null check (purpose in ('seal', 'spend', 'mint')),
    kek_id  text  not null,
    wrapped bytea not null,
    primary key (exp_day, purpose)
);

-- Keys that outlive a day: code (a ring by key id), page, receipt, receipt-hash.
create table service_key (
    purpose text     not null,
    kid     smallint not null check (kid between 0 and 255),
    state   text     not null check (state in ('active', 'verify-only', 'revoked')),
    kek_id  text     not null,
    wrapped bytea    not null,
    primary key (purpose, kid)
);
create unique index service_key_active on service_key (purpose) where state = 'active';

-- Sealed with each key-encryption key when it was first seen; opened at every start.
create table key_canary (
    kek_id text  primary key,
    box    bytea not null
);

grant select, insert, delete on day_key to ${app};
grant select, insert, update on service_key to ${app};
grant select, insert on key_canary to ${app};
