create table plan (
    id             uuid        primary key,
    title          text        not null,
    bureau         text        not null references unit (code),
    round_year     int,
    round_ordinal  int,
    release_day    date,
    release_words  text,
    release_source text,
    basis_text     text,
    group_name     text,
    state          text        not null check (state in ('DRAFT', 'PUBLISHED')),
    imported_at    timestamptz not null,
    published_at   timestamptz,
    version        bigint      not null,
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check ((round_year is null) = (round_ordinal is null))
);
create index plan_newest on plan (imported_at desc, id desc);
create index plan_bureau_newest on plan (bureau, imported_at desc, id desc);

create table plan_basis (
    plan_id      uuid not null references plan (id),
    position     int  not null,
    title        text not null,
    number_words text,
    issuer       text,
    number_year  int,
    serial       int,
    primary key (plan_id, position)
);
create index plan_basis_number on plan_basis (issuer, number_year, serial) where issuer is not null;

create table plan_narrative (
    plan_id  uuid not null references plan (id),
    position int  not null,
    heading  text not null,
    text     text not null,
    primary key (plan_id, position)
);

create table plan_level (
    plan_id  uuid not null references plan (id),
    position int  not null,
    level    text not null check (level in ('PRINCIPAL_LEADER', 'LEADER_IN_CHARGE', 'RESPONSIBLE_SECTION')),
    words    text not null,
    duty     text not null,
    primary key (plan_id, position),
    unique (plan_id, level)
);

create table plan_responsible (
    plan_id  uuid not null references plan (id),
    position int  not null,
    item     int  not null,
    entry    text not null,
    primary key (plan_id, position)
);

grant select, insert, update on plan to ${app};
grant select, insert on plan_basis, plan_narrative, plan_level, plan_responsible to ${app};
