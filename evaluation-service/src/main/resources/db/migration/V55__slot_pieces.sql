-- Private matters (anonymity rule K9): what a rater told beside the rating, in no tally of its leaf. Integrity reasons
-- (廉洁问题) go to discipline, the chip 被要求打满意 to the city office. One row per rating that has them, inserted in order
-- of random ids; place, day, level and words lie in the seal, which has one length. No column joins it to its
-- leaf; the transaction does, and with it the row headers, so it tells no more than its leaf until the seal is opened.
create table private_item (
    id   uuid  primary key,
    kind text  not null check (kind in ('INTEGRITY', 'COERCION')),
    seal bytea not null
);

-- What the stuffing radar (异常监测) noticed, counted per leaf, for the city side. The rated side cannot read it.
create table leaf_flag (
    leaf_id uuid   not null references leaf deferrable initially deferred,
    flag    text   not null,
    ratings bigint not null check (ratings > 0),
    primary key (leaf_id, flag)
);

-- Which finished slot each follower of the mixer has done its work for: what failed or was cut off is made up for.
create table slot_follower (
    follower text primary key,
    day      date not null
);

grant select, insert on private_item, leaf_flag to ${app};
grant select, insert, update on slot_follower to ${app};
