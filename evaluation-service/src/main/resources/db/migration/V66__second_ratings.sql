-- Since when the outcome of a leaf's task is known, so that everybody in the leaf may rate a second time (追评). The day of
-- its first close stays, whatever becomes of the task later.
create table second_offer (
    leaf_id  uuid primary key,
    from_day date not null
);

grant select, insert on second_offer to ${app};
