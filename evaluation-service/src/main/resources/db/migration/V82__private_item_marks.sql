-- Ten bits of a keyed hash of what a private matter tells: those of equal words are found by it without opening all there
-- are. Many different ones share a mark. It is null in rows from before, which are looked at every time.
alter table private_item add column mark smallint;
create index private_item_page on private_item (kind, id);
create index private_item_mark on private_item (kind, mark);

-- The city office's lists of leaves are read in this order.
create index leaf_slot on leaf (slot desc, id desc);
