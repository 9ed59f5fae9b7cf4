-- Valid ratings (有效评价, R-138) and the units that answer for the procedure. Whatever a leaf tells counts valid ratings;
-- all of them stand beside it in total, which is null where the difference would name a few. ratings holds the true number
-- for the city side and the balance; the rated side cannot read it.
alter table leaf
    add column valid        bigint,
    add column total        bigint,
    add column matter_units jsonb not null default '{}';
update leaf set valid = ratings, total = ratings;
alter table leaf alter column valid set not null;
alter table leaf alter column matter_units drop default;

alter table rating add column matter_unit text;

revoke select on leaf from ${rated};
grant select (id, number, stream, scope, place, place_name, owner_unit, first_week, last_week, served, raters, total,
              valid, levels, poor, reasons, matters, matter_units, slot) on leaf to ${rated};
