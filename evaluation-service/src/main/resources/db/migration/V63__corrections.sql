-- Later decisions on validity (R-138, R-156): proposed by one person of the city office and confirmed or refused by another.
-- They change no leaf and no rating.
create table correction (
    id           uuid        primary key,
    leaf_id      uuid        not null,
    level        smallint    not null check (level between 1 and 5),
    ratings      bigint      not null check (ratings > 0),
    ground       text        not null check (ground in ('TEST', 'FRAUD', 'OUTSIDE_WINDOW')),
    why          text        not null,
    state        text        not null check (state in ('PROPOSED', 'CONFIRMED', 'REFUSED', 'PUBLISHED')),
    proposer     text        not null,
    proposer_name text       not null,
    proposed_at  timestamptz not null,
    decider      text,
    decider_name text,
    decided_at   timestamptz,
    decided_why  text,
    line_id      uuid,
    version      bigint      not null,
    check (decider is null or decider <> proposer)
);
create index correction_leaf on correction (leaf_id);
create index correction_state on correction (state, id);

-- What is published of them (K6): a line for a leaf, or for what a bureau's leaves had together, at least k ratings each.
-- Added at the month's first slot, never changed.
create table correction_line (
    id          uuid     primary key,
    scope       text     not null check (scope in ('LEAF', 'BUREAU', 'CITY')),
    unit        text     not null,
    leaf_number text,
    ratings     bigint   not null,
    levels      bigint[] not null check (cardinality(levels) = 5),
    grounds     jsonb    not null,
    slot        date     not null
);
create index correction_line_unit on correction_line (unit, id);

grant select, insert, update on correction to ${app};
grant select, insert on correction_line to ${app};
alter table correction_line enable row level security;
create policy correction_line_service on correction_line to ${app} using (true) with check (true);
create policy correction_line_rated_side on correction_line for select to ${rated} using (scope <> 'CITY');
grant select on correction_line to ${rated};
