-- Four bits of a keyed hash of what an integrity matter tells: those of equal words are found by it without opening all there
-- are. One in sixteen of the others shares the mark, so that it does not say that two are the same. It is null in rows from
-- before, which are looked at every time, and in coercion chips, which are never looked for.
alter table private_item add column mark smallint;
create index private_item_page on private_item (kind, id);
create index private_item_mark on private_item (kind, mark);

-- The city office's lists of leaves are read in this order.
create index leaf_slot on leaf (slot desc, id desc);
