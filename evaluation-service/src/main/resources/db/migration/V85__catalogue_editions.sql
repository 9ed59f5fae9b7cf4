-- Which edition of the catalogue (目录版本, R-126) described a matter from which day on. A rating names its matter and the day of
-- its visit, so this is all it needs: an edition beside the rating would tell visits of one leaf apart where it changed
-- between them.
create table matter_edition (
    matter_code text not null references matter,
    from_day    date not null,
    edition     text not null,
    primary key (matter_code, from_day)
);
insert into matter_edition select code, date '2000-01-01', catalogue_version from matter where catalogue_version is not null;
grant select, insert, update, delete on matter_edition to ${app};

-- The hall of a leaf's window when it closed: figures by hall stay what they were when a window moves. Leaves of more than one
-- window have none; which halls their ratings came from would be more than the leaf says.
alter table leaf add column hall text;
update leaf set hall = coalesce((select w.hall from service_window w where w.code = leaf.place),
                                (select p.hall from rating_point p where p.code = leaf.place))
 where place is not null;
grant select (hall) on leaf to ${rated};
