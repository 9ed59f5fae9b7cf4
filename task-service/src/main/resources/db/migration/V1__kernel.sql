-- Tables of the shared kernel. Every service carries a copy as V1__kernel.sql; a rule in the kernel's test-jar compares
-- the live columns with these. ${app} is the role the service runs as: it owns nothing.

create table outbox (
    id       bigint generated always as identity primary key,
    event_id uuid   not null unique,
    topic    text   not null,
    key      text   not null,
    headers  jsonb  not null,
    payload  text   not null
);

-- One relay per service: who holds the lease sends; the epoch fences a relay that slept through its lease.
create table relay_lease (
    name     text        primary key,
    epoch    bigint      not null,
    holder   uuid        not null,
    until    timestamptz not null
);

create table inbox (
    event_id    uuid        primary key,
    received_at timestamptz not null default now()
);
create index inbox_received_at on inbox (received_at);

create table dead_letter (
    id           uuid        primary key,
    topic        text        not null,
    partition_no int         not null,
    record_offset bigint     not null,
    key          text,
    headers      jsonb       not null,
    payload      bytea,
    cause        text        not null,
    state        text        not null check (state in ('DEAD', 'REDRIVEN')),
    died_at      timestamptz not null default now(),
    unique (topic, partition_no, record_offset)
);
create index dead_letter_died_at on dead_letter (died_at, id) where state = 'DEAD';
create index dead_letter_redriven on dead_letter (died_at) where state = 'REDRIVEN';

-- Append-only: the service may add and read, nobody but the owner may change. hash chains per aggregate.
create table audit (
    aggregate text        not null,
    seq       bigint      not null,
    action    text        not null,
    subject   text        not null,
    name      text        not null,
    post      text,
    from_value text,
    to_value  text,
    why       text,
    at        timestamptz not null,
    hash      bytea       not null,
    primary key (aggregate, seq)
);

-- The newest entry of every chain; locked to append. The nightly seal hashes all heads in order of the aggregate.
create table audit_head (
    aggregate text   primary key,
    seq       bigint not null,
    hash      bytea  not null
);

create table audit_seal (
    day    date   primary key,
    heads  bigint not null,
    hash   bytea  not null
);

create table idempotency (
    actor        text        not null,
    key          text        not null,
    payload_hash bytea       not null,
    location     text        not null,
    at           timestamptz not null default now(),
    primary key (actor, key)
);
create index idempotency_at on idempotency (at);

grant select, insert, delete on outbox to ${app};
grant select, insert, update on relay_lease to ${app};
grant select, insert, delete on inbox to ${app};
grant select, insert, update, delete on dead_letter to ${app};
grant select, insert on audit to ${app};
grant select, insert, update on audit_head to ${app};
grant select, insert on audit_seal to ${app};
grant select, insert, delete on idempotency to ${app};
