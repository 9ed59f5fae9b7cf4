-- What discipline (纪检) did about an integrity matter, step by step; added, never changed. ref is a keyed hash of the
-- matter; words, state and who it was lie in the seal.
create table integrity_step (
    id   uuid  primary key,
    ref  bytea not null,
    seal bytea not null
);
create index integrity_step_ref on integrity_step (ref);

grant select, insert on integrity_step to ${app};
