-- Deciding who hears. An occasion is what happened and which offices are to hear of it; a notice is one person's copy.

create table occasion (
    id               uuid        primary key,
    -- The fact it stands for, such as rung:<id>: a fact told twice is told to people once.
    origin           text        not null unique,
    kind             text        not null check (kind in ('ASSIGNED', 'DUE_SOON', 'OVERDUE', 'ESCALATED', 'PAST_DUE')),
    task_id          uuid,
    clock_id         uuid,
    rung_id          uuid,
    generation       int,
    step             int,
    offices          text        not null,
    template         text        not null,
    template_version int         not null,
    subject          text        not null,
    body             text        not null,
    link             text        not null,
    happened_at      timestamptz not null,
    state            text        not null check (state in ('WAITING', 'ADDRESSED', 'ENDED')),
    tries            int         not null,
    next_try_at      timestamptz not null,
    -- The ladder has gone on to a higher step: this one can no longer be acknowledged.
    raised           boolean     not null,
    acknowledged_at  timestamptz,
    ended_cause      text
);
create index occasion_waiting on occasion (next_try_at) where state = 'WAITING';
create index occasion_task on occasion (task_id);
create index occasion_clock on occasion (clock_id);

create table notice (
    id              uuid        primary key,
    occasion_id     uuid        not null references occasion,
    recipient       text        not null,
    recipient_name  text        not null,
    post_id         text        not null,
    unit            text        not null,
    addressed_as    text        not null,
    created_at      timestamptz not null,
    read_at         timestamptz,
    acknowledged_at timestamptz,
    ended_at        timestamptz,
    ended_cause     text,
    unique (occasion_id, recipient)
);
create index notice_inbox on notice (recipient, created_at desc, id desc);
create index notice_created on notice (created_at desc, id desc);

-- How far tasks and their clocks are, so that a fact that arrives late is known to be late.
create table task_course (
    task_id uuid    primary key,
    closed  boolean not null
);
create table clock_course (
    clock_id   uuid primary key,
    generation int  not null,
    stopped    text
);

grant select, insert, update on occasion, notice, task_course, clock_course to ${app};
