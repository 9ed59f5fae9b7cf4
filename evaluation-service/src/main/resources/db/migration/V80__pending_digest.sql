-- Up to where the city office's hourly digest (整点提示) has counted the pending ratings (anonymity rule K10): one row, and no
-- count in it. A snapshot says which transactions were through, nothing of what they wrote; it moves on with each full
-- hour that is asked for, rated or not.
create table pending_digest (
    one       boolean     primary key check (one),
    hour      timestamptz not null,
    told_from pg_snapshot,
    told_to   pg_snapshot not null
);
grant select, insert, update on pending_digest to ${app};
