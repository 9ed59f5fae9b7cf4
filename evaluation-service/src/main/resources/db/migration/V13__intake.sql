-- Sealed ratings (anonymity rule K1): one row each, ciphertext until the mixer empties the box. h is a keyed hash of
-- the visit's token and the matter, so that each matter of a visit is spent once (一次一评、一事一评).
create table intake (
    exp_day date  not null,
    h       bytea not null,
    place   text  not null,
    box     bytea,
    primary key (exp_day, h)
) partition by list (exp_day);

-- How many rows a dropped partition had, so that the balance still adds up.
create table intake_dropped (
    exp_day  date   primary key,
    accepted bigint not null
);

-- The service owns nothing, so the owner lends it two acts: open a day's partition, and drop one whose every box is
-- empty. Attaching takes a lock that lets ratings of other days go on.
create function intake_open_day(day date) returns void
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    name text := 'intake_' || to_char(day, 'YYYYMMDD');
begin
    perform pg_advisory_xact_lock(hashtext('intake_open_day'));
    if to_regclass(name) is null then
        execute format('create table %I (like intake including all)', name);
        execute format('alter table intake attach partition %I for values in (%L)', name, day);
    end if;
end
$$;

-- Returns whether it was dropped. today is the business day: a partition goes 3 days after its codes expired.
create function intake_drop_day(day date, today date) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    name text := 'intake_' || to_char(day, 'YYYYMMDD');
    rows bigint;
    full_boxes bigint;
begin
    perform pg_advisory_xact_lock(hashtext('intake_open_day'));
    if to_regclass(name) is null or today <= day + 3 then
        return false;
    end if;
    execute format('lock table %I in access exclusive mode', name);
    execute format('select count(*), count(box) from %I', name) into rows, full_boxes;
    if full_boxes > 0 then
        return false;
    end if;
    insert into intake_dropped (exp_day, accepted) values (day, rows)
        on conflict (exp_day) do update set accepted = intake_dropped.accepted + excluded.accepted;
    execute format('drop table %I', name);
    return true;
end
$$;

revoke all on function intake_open_day(date), intake_drop_day(date, date) from public;
grant execute on function intake_open_day(date), intake_drop_day(date, date) to ${app};
grant select, insert, update on intake to ${app};
grant select on intake_dropped to ${app};
