-- The city office's hourly digest (整点提示): which full hour is through, and who is at it. Whether anything was sent, and
-- what, is kept nowhere: a row for each hour would tell when poor ratings come (back-to-back, 背靠背).
create table digest_round (
    one         boolean     primary key check (one),
    said        timestamptz,
    taken_until timestamptz not null
);
insert into digest_round (one, taken_until) values (true, '-infinity');
grant select, update on digest_round to ${app};
