-- What became of a leaf's task, as the topic task tells it: shown alike to everybody who has a receipt of that leaf.
create table leaf_outcome (
    leaf_id      uuid   primary key,
    task_id      uuid   not null,
    task_number  text   not null,
    state        text   not null,
    close_number text,
    outcome      text,
    sequence     bigint not null
);

grant select, insert, update on leaf_outcome to ${app};
