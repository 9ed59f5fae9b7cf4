create table task (
    id                 uuid        primary key,
    number             text        unique,
    title              text        not null,
    text               text        not null,
    label              text,
    source             text        not null check (source in ('PLAN', 'LEAF')),
    source_id          uuid        not null,
    item               int         not null,
    bureau             text        not null references unit (code),
    lead_words         text,
    responsible_words  text,
    limit_kind         text        not null
        check (limit_kind in ('NOT_STATED', 'FIXED_DATE', 'WORKING_DAYS', 'IMMEDIATE_AND_ONGOING')),
    limit_words        text,
    limit_date         date,
    limit_includes_day boolean,
    limit_days         int,
    limit_start_day    text,
    state              text        not null,
    done_on            date,
    created_at         timestamptz not null,
    requester_subject  text,
    requester_name     text,
    close_number       text        unique,
    outcome            text,
    closed_at          timestamptz,
    version            bigint      not null,
    -- One task for each item of a plan, and one for each leaf: an event that arrives twice opens nothing twice.
    unique (source, source_id, item),
    check ((limit_kind = 'FIXED_DATE') = (limit_date is not null and limit_includes_day is not null)),
    check ((limit_kind = 'WORKING_DAYS') = (limit_days is not null and limit_start_day is not null)),
    check ((state = 'CLOSED') = (close_number is not null and outcome is not null and closed_at is not null))
);
-- The lists: all, of a bureau, each also in one state; newest first, keyset over (created_at, id).
create index task_newest on task (created_at desc, id desc) where state <> 'DRAFT';
create index task_bureau_newest on task (bureau, created_at desc, id desc) where state <> 'DRAFT';
create index task_state_newest on task (state, created_at desc, id desc);

create table task_unit (
    task_id  uuid not null references task (id),
    position int  not null,
    unit     text not null references unit (code),
    part     text not null check (part in ('LEAD', 'RESPONSIBLE')),
    primary key (task_id, position)
);
create index task_unit_unit on task_unit (unit, task_id);

create table task_measure (
    task_id  uuid not null references task (id),
    position int  not null,
    number   text not null,
    heading  text,
    actions  text not null,
    primary key (task_id, position),
    unique (task_id, number)
);

create table task_fact (
    task_id  uuid not null references task (id),
    position int  not null,
    label    text not null,
    value    text not null,
    primary key (task_id, position)
);

create table evidence (
    id       uuid        primary key,
    task_id  uuid        not null references task (id),
    measure  text,
    name     text        not null,
    kind     text        not null,
    of_day   date        not null,
    link     text,
    text     text,
    given_by text        not null,
    given_at timestamptz not null,
    foreign key (task_id, measure) references task_measure (task_id, number),
    check (link is not null or text is not null)
);
create index evidence_task on evidence (task_id, given_at, id);

-- Human numbers count per unit, year and series; the row is locked last in a transaction.
create table human_number (
    unit   text not null,
    year   int  not null,
    series text not null,
    last   int  not null,
    primary key (unit, year, series)
);

grant select, insert, update on task, human_number to ${app};
grant select, insert, update, delete on task_unit to ${app};
grant select, insert on task_measure, task_fact, evidence to ${app};
