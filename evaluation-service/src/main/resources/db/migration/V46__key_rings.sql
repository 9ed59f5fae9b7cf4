-- alg: with what a key signs codes; a code names its key and nothing else. from_day: first day that a key serves where
-- the key is chosen by a day (page, draw).
alter table service_key
    add column alg      text not null default 'HMAC-SHA256' check (alg in ('HMAC-SHA256', 'HMAC-SM3')),
    add column from_day date not null default '2000-01-01';

-- Revocations (吊销) that one person has proposed and another has yet to confirm.
create table key_revocation (
    purpose     text        not null,
    kid         smallint    not null,
    subject     text        not null,
    name        text        not null,
    why         text        not null,
    proposed_at timestamptz not null,
    primary key (purpose, kid),
    foreign key (purpose, kid) references service_key
);

grant select, insert, update, delete on key_revocation to ${app};
-- A key-encryption key is replaced by wrapping what it wrapped with the next one.
grant update (kek_id, wrapped) on day_key to ${app};
