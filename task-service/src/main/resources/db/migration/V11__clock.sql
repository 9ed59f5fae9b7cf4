-- Limits that no document states: how many working days, counted how, from when on. A city that wants others adds a row
-- with a later day; rows in use are never changed. source says whose the number is.
create table clock_policy (
    name           text not null,
    effective_from date not null,
    working_days   int  not null check (working_days between 1 and 1000),
    start_day      text not null check (start_day in ('EXCLUDED', 'INCLUDED')),
    source         text not null,
    primary key (name, effective_from)
);
insert into clock_policy (name, effective_from, working_days, start_day, source) values
    ('FIRST_ACTION', date '2000-01-01', 5, 'EXCLUDED', '本系统默认值：文件只说“立行立改”，未定天数'),
    ('POOR_RATINGS', date '2000-01-01', 5, 'EXCLUDED', '本系统默认值：参照各地差评5个工作日内整改反馈的做法');

-- The ladder: steps around the due day in working days, who hears, and how long an acknowledgement holds the next back.
create table ladder (
    version        int  primary key,
    effective_from date not null unique,
    hold_days      int  not null check (hold_days between 0 and 30),
    source         text not null
);
create table ladder_step (
    ladder      int    not null references ladder (version),
    step        int    not null check (step >= 0),
    rung        text   not null check (rung in ('DUE_SOON', 'OVERDUE', 'LEADER_IN_CHARGE', 'PRINCIPAL_LEADER')),
    offset_days int    not null check (offset_days <> 0),
    reach       text   not null check (reach in ('LEAD_UNITS', 'BUREAU')),
    roles       text[] not null,
    primary key (ladder, step),
    unique (ladder, rung)
);
insert into ladder (version, effective_from, hold_days, source)
    values (1, date '2000-01-01', 2, '本系统默认值：文件只定层级（分管领导牵头抓、责任科室具体抓），未定天数');
insert into ladder_step (ladder, step, rung, offset_days, reach, roles) values
    (1, 0, 'DUE_SOON',         -2, 'LEAD_UNITS', '{SECTION_HEAD,SECTION}'),
    (1, 1, 'OVERDUE',           1, 'LEAD_UNITS', '{SECTION_HEAD,SECTION}'),
    (1, 2, 'LEADER_IN_CHARGE',  3, 'BUREAU',     '{LEADER_IN_CHARGE}'),
    (1, 3, 'PRINCIPAL_LEADER',  5, 'BUREAU',     '{PRINCIPAL_LEADER}');

-- A task as its clocks know it: what a notice names, and who answers for it.
create table timed_task (
    task_id           uuid    primary key,
    number            text    not null,
    title             text    not null,
    bureau            text    not null,
    lead_units        text[]  not null,
    responsible_units text[]  not null,
    start_day         date    not null,
    ongoing           boolean not null,
    open              boolean not null
);
create index timed_task_ongoing on timed_task (task_id) where ongoing and open;

-- A clock. Its due day is derived from rule, ledger and calendar edition and kept beside them for lists and claims.
create table clock (
    id           uuid    primary key,
    task_id      uuid    not null references timed_task (task_id),
    kind         text    not null check (kind in ('LIMIT', 'FIRST_ACTION', 'PROOF')),
    period       text,
    last_day     date,
    counts_from  date,
    budget       int,
    start_day    text    check (start_day in ('EXCLUDED', 'INCLUDED')),
    state        text    not null check (state in ('RUNNING', 'PAUSED', 'SATISFIED', 'CANCELLED')),
    generation   int     not null,
    due_day      date,
    due_at       timestamptz,
    provisional  boolean not null,
    edition      bigint  not null,
    ladder       int     not null references ladder (version),
    ended_at     timestamptz,
    closed_out   boolean not null,
    version      bigint  not null,
    unique nulls not distinct (task_id, kind, period),
    check ((kind = 'PROOF') = (period is not null)),
    check ((last_day is null) = (budget is not null)),
    check ((budget is null) = (counts_from is null) and (budget is null) = (start_day is null)),
    check ((due_day is null) = (due_at is null)),
    check ((ended_at is not null) = (state in ('SATISFIED', 'CANCELLED')))
);
create index clock_edition on clock (edition, id) where state in ('RUNNING', 'PAUSED');

-- What happened to a clock, append-only.
create table clock_entry (
    clock_id    uuid        not null references clock (id),
    seq         int         not null,
    kind        text        not null,
    at          timestamptz not null,
    recorded_at timestamptz not null,
    day         date,
    step        int,
    why         text,
    subject     text        not null,
    name        text        not null,
    post        text,
    primary key (clock_id, seq)
);

grant select on clock_policy, ladder, ladder_step to ${app};
grant select, insert, update on timed_task to ${app};
grant select, insert, update on clock to ${app};
grant select, insert on clock_entry to ${app};
