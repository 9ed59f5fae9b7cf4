-- Leaves with notes for which the city office has written nothing yet: what its list and its console ask for, whatever the
-- history has become. A leaf comes in with its slot, goes with the first paraphrase, and comes back when all are dropped.
create table leaf_to_paraphrase (
    leaf_id uuid primary key references leaf,
    slot    date not null
);
create index leaf_to_paraphrase_page on leaf_to_paraphrase (slot desc, leaf_id desc);
insert into leaf_to_paraphrase
select l.id, l.slot from leaf l
 where l.scope <> 'CITY' and exists (select from note n where n.leaf_id = l.id)
   and not exists (select from paraphrase p where p.leaf_id = l.id and p.state <> 'DROPPED');
grant select, insert, delete on leaf_to_paraphrase to ${app};

-- Leaves that end as an order of the city office's own: few, and looked for with every slot.
create index leaf_own_orders on leaf (id)
 where poor > 0 and (scope = 'CITY' or stream in ('PLACE', 'CONTESTED', 'SECOND'));
