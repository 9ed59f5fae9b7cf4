-- Halls (大厅) as a tree at three levels: county hall, township centre (便民服务中心), village room (便民服务室). The rule
-- which level lies below which is the service's; because a parent's level is always higher, there is no circle.
alter table hall
    add column level  text not null default 'COUNTY' check (level in ('COUNTY', 'TOWNSHIP', 'VILLAGE')),
    add column parent text references hall,
    add column region text,
    add constraint hall_has_parent check ((level = 'COUNTY') = (parent is null));
create index hall_parent on hall (parent);

-- Every place that can be rated, so that a code and a number name one place whatever its kind. The triggers fill it:
-- who registers a window or a point cannot forget it.
create table spot (
    code   text primary key,
    number int  not null unique
);
insert into spot select code, number from service_window;

create function claim_spot() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    insert into spot (code, number) values (new.code, new.number);
    return null;
end $$;
create trigger window_is_a_spot after insert on service_window for each row execute function claim_spot();

-- Rating points (评价点) that are not windows: section doors, notice boards, kiosks, terminals, online.
create table rating_point (
    code    text   primary key,
    number  int    not null unique,
    kind    text   not null check (kind in ('SECTION_DOOR', 'NOTICE_BOARD', 'KIOSK', 'TERMINAL', 'ONLINE')),
    name    text   not null,
    hall    text   references hall,
    version bigint not null
);
create index rating_point_hall on rating_point (hall, code);
create index service_window_hall on service_window (hall, code);
create trigger point_is_a_spot after insert on rating_point for each row execute function claim_spot();

create table point_owner (
    point_code text not null references rating_point,
    from_day   date not null,
    unit       text not null,
    primary key (point_code, from_day)
);

grant select, insert on spot to ${app};
grant select, insert, update on rating_point, point_owner to ${app};
-- A change of owner that is still ahead may be replaced by another.
grant delete on point_owner to ${app};
