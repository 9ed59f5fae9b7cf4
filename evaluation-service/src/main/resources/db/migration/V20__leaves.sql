-- A visit is counted as served in one leaf. Every visit that was served is marked, rated or not.
alter table visit add column counted boolean not null default false;
create index visit_not_counted on visit (window_code) where not counted;

-- Boxes that still hold a rating: all that the mixer and the city office ever look for.
create index intake_pending on intake (place) where box is not null;

-- Closed leaves (叶): the only thing that is ever published (anonymity rules K3 and K6). Never changed afterwards. The slot
-- is the only time a leaf has; a pool closes at most once in a slot.
create table leaf (
    id         uuid     primary key,
    number     text     not null unique,
    stream     text     not null,
    scope      text     not null check (scope in ('WINDOW', 'SECTION_REST', 'BUREAU_REST', 'CITY')),
    place      text,
    place_name text     not null,
    owner_unit text     not null,
    first_week text     not null,
    last_week  text     not null,
    served     bigint   not null,
    raters     bigint   not null,
    ratings    bigint   not null,
    levels     bigint[] not null check (cardinality(levels) = 5),
    poor       bigint   not null,
    reasons    jsonb    not null,
    matters    jsonb    not null,
    slot       date     not null,
    unique nulls not distinct (slot, scope, place, owner_unit, stream)
);
create index leaf_owner on leaf (owner_unit, coalesce(place, ''), id);

-- Mixed ratings (K2), inserted in order of their random ids. What could tell visitors of one leaf apart (place, matter,
-- rater type, channel, version) stands in clear only where the whole leaf shares it; context holds all of it, sealed and
-- of one length. No time, no sequence, nothing shared with another table but leaf_id.
create table rating (
    id            uuid     primary key,
    leaf_id       uuid     not null references leaf,
    level         smallint not null check (level between 1 and 5),
    reasons       text[]   not null,
    validity      text     not null,
    stream        text     not null,
    place         text,
    owner_unit    text,
    matter        text,
    rater_type    text,
    pf            smallint,
    scale_version int,
    context       bytea    not null
);
create index rating_leaf on rating (leaf_id);

-- Receipts (回执) by their keyed hash, inserted in order of it; seal keeps what the service must know of the rating.
create table receipt (
    hash    bytea primary key,
    leaf_id uuid  not null references leaf,
    seal    bytea not null
);

-- The raters' own words with their context, sealed, for the city office only.
create table note (
    id      uuid  primary key,
    leaf_id uuid  not null references leaf,
    seal    bytea not null
);
create index note_leaf on note (leaf_id);

-- Boxes that do not open. They wait here for a person; none is ever dropped.
create table quarantine (
    exp_day date  not null,
    h       bytea not null,
    place   text  not null,
    box     bytea not null,
    cause   text  not null,
    primary key (exp_day, h)
);

-- Boxes of the self-test that the mixer took out.
create table tested (
    exp_day date   primary key,
    boxes   bigint not null
);

-- Human numbers of leaves (叶号), one counter for each year.
create table leaf_counter (
    year int    primary key,
    last bigint not null
);

grant select, insert on leaf, rating, note, quarantine to ${app};
grant select, insert on receipt to ${app};
grant select, insert, update on tested, leaf_counter to ${app};

-- The rated side (被评方) reads with a role of its own. It sees closed leaves, of the city none.
alter table leaf enable row level security;
create policy leaf_service on leaf to ${app} using (true) with check (true);
create policy leaf_rated_side on leaf for select to ${rated} using (scope <> 'CITY');
grant usage on schema public to ${rated};
grant select on leaf, unit, matter to ${rated};
