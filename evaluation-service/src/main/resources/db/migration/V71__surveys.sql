-- Surveys (电话调查、第三方测评) whose answers are imported (R-118, R-125). The answers themselves go into the sealed intake
-- like every rating; nothing of a respondent is kept here.
create table survey (
    code     text   primary key,
    name     text   not null,
    kind     text   not null check (kind in ('TELEPHONE', 'THIRD_PARTY')),
    importer text   not null,
    from_day date   not null,
    to_day   date   not null,
    version  bigint not null,
    check (from_day <= to_day)
);

grant select, insert, update on survey to ${app};
