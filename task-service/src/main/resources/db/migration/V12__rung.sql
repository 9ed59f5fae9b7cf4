-- The rungs of a clock's ladder, planned anew with each generation. A claim is the change from PENDING to CLAIMED; it
-- happens once, in the transaction that announces it.
create table rung (
    id         uuid        primary key,
    clock_id   uuid        not null references clock (id),
    generation int         not null,
    rung       text        not null,
    step       int         not null,
    fire_at    timestamptz not null,
    state      text        not null check (state in ('PENDING', 'CLAIMED', 'CANCELLED', 'PAST', 'SUPERSEDED')),
    claimed_at timestamptz,
    unique (clock_id, generation, rung),
    check ((claimed_at is not null) = (state = 'CLAIMED'))
);
create index rung_due on rung (fire_at, step, id) where state = 'PENDING';
create index rung_claimed on rung (clock_id, step) where state = 'CLAIMED';

grant select, insert, update on rung to ${app};
