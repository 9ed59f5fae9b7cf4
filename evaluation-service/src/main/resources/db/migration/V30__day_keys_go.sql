-- When a day's partition went: its keys follow 7 days later. A day, not a time, and of the whole city.
alter table intake_dropped add column dropped_day date;
update intake_dropped set dropped_day = exp_day + 4;
alter table intake_dropped alter column dropped_day set not null;

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
    execute format('drop table %I', name);
    return true;
end
$$;
