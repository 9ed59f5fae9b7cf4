-- Where accepted ratings are, kept in the transactions that move them, so that the balance asks for a few rows however many
-- ratings there ever were. The intake writes none of it: the days that still take ratings are counted.

-- Of each day of the intake that has a partition: how many rows it took, null while it still takes some, and how many of its
-- boxes were emptied.
create table intake_tally (
    exp_day  date   primary key,
    accepted bigint,
    emptied  bigint not null default 0
);
insert into intake_tally (exp_day, emptied) select exp_day, count(*) from intake where box is null group by exp_day;

-- Ratings that went into leaves, by slot.
create table mixed_tally (
    slot    date   primary key,
    ratings bigint not null
);
insert into mixed_tally (slot, ratings) select slot, sum(ratings) from leaf group by slot;

grant select, insert, update on intake_tally, mixed_tally to ${app};

create or replace function intake_drop_day(day date, today date) returns boolean
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
    insert into intake_dropped (exp_day, accepted, dropped_day) values (day, rows, today)
        on conflict (exp_day) do update
            set accepted = intake_dropped.accepted + excluded.accepted, dropped_day = excluded.dropped_day;
    delete from intake_tally where exp_day = day;
    execute format('drop table %I', name);
    return true;
end
$$;

-- Puts a quarantined box that opens now back where it came from: into its emptied row or, where the partition is gone, into
-- one opened anew. The service may not delete from quarantine in any other way. Returns whether there was such a box.
create function quarantine_release(day date, row_key bytea) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    shut quarantine;
begin
    delete from quarantine q where q.exp_day = day and q.h = row_key returning * into shut;
    if not found then
        return false;
    end if;
    update intake i set box = shut.box where i.exp_day = day and i.h = row_key and i.box is null;
    if found then
        update intake_tally t set emptied = t.emptied - 1 where t.exp_day = day;
    else
        perform intake_open_day(day);
        insert into intake (exp_day, h, place, box) values (day, row_key, shut.place, shut.box);
        update intake_dropped d set accepted = d.accepted - 1 where d.exp_day = day;
        insert into intake_tally as t (exp_day, accepted) values (day, 1)
            on conflict (exp_day) do update set accepted = t.accepted + 1;
    end if;
    return true;
end
$$;

revoke all on function quarantine_release(date, bytea) from public;
grant execute on function quarantine_release(date, bytea) to ${app};
