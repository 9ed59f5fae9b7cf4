-- One task for each closed leaf with poor ratings; the sums of both sides must agree.
create table leaf_task (
    leaf_id     uuid        primary key,
    task_id     uuid        not null unique references task (id),
    leaf_number text        not null,
    owner_unit  text        not null,
    raters      bigint      not null,
    poor        bigint      not null check (poor > 0),
    slot        timestamptz not null
);

grant select, insert on leaf_task to ${app};
