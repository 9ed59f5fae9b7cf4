-- Matters (政务服务事项) as the catalogue of a year describes them. Limits are working days (工作日). Limits that contradict
-- each other may stand here: a catalogue that a system delivers is taken as it is, and what is wrong with it is listed.
alter table matter
    add column type              text,
    add column basis             text,
    add column handling          text check (handling in ('IMMEDIATE', 'PROMISED')),
    add column statutory_limit   int check (statutory_limit >= 0),
    add column promised_limit    int check (promised_limit >= 0),
    add column catalogue_version text,
    add column contradictory     boolean not null default false;
create index matter_contradictory on matter (code) where contradictory;

-- Who answers for a matter's procedure from which day on; none where the window's owner does. Ratings follow the owner of
-- the day of the visit.
create table matter_owner (
    matter_code text not null references matter,
    from_day    date not null,
    unit        text not null,
    primary key (matter_code, from_day)
);
insert into matter_owner select code, date '2000-01-01', owner_unit from matter where owner_unit is not null;
alter table matter drop column owner_unit;

grant select, insert, update, delete on matter_owner to ${app};
