-- Sending, and the proof of it: one delivery for each notice and channel, with a ledger that only grows.

create table delivery (
    id          uuid        primary key,
    notice_id   uuid        not null references notice,
    channel     text        not null check (channel in ('INBOX', 'EMAIL')),
    state       text        not null
        check (state in ('QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'FAILED', 'SUPERSEDED')),
    attempts    int         not null,
    entries     int         not null,
    next_try_at timestamptz not null,
    lease_until timestamptz,
    settled_at  timestamptz,
    unique (notice_id, channel)
);
create index delivery_queue on delivery (next_try_at, id) where state = 'QUEUED';
create index delivery_lease on delivery (lease_until) where state = 'SENDING';
create index delivery_failed on delivery (settled_at, id) where state = 'FAILED';

create table delivery_entry (
    delivery_id uuid        not null references delivery,
    position    int         not null,
    kind        text        not null,
    attempt     int         not null,
    at          timestamptz not null,
    cause       text,
    primary key (delivery_id, position)
);

grant select, insert, update on delivery to ${app};
grant select, insert on delivery_entry to ${app};
