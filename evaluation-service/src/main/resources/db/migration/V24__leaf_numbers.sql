-- Numbers of leaves (叶号) count for each owner and year on their own: one counter for the whole city showed everybody how
-- many leaves the others had.
drop table leaf_counter;
create table leaf_counter (
    series text   not null,
    year   int    not null,
    last   bigint not null,
    primary key (series, year)
);

grant select, insert, update on leaf_counter to ${app};

-- The number is taken last in the transaction that closes a leaf, so the leaf's row comes after those that point at it.
alter table rating alter constraint rating_leaf_id_fkey deferrable initially deferred;
alter table receipt alter constraint receipt_leaf_id_fkey deferrable initially deferred;
alter table note alter constraint note_leaf_id_fkey deferrable initially deferred;
