-- Units as a tree; the code is official and never changes.
create table unit (
    code    text    primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name    text    not null,
    kind    text    not null check (kind in ('CITY', 'CITY_OFFICE', 'BUREAU', 'SECTION', 'INSTITUTION')),
    parent  text    references unit (code),
    region  text,
    active  boolean not null,
    version bigint  not null,
    check ((kind = 'CITY') = (parent is null))
);
-- Plans name sections by their names, so a name means one unit under its parent.
create unique index unit_parent_name on unit (parent, name) where active;
create index unit_parent on unit (parent, kind, code);

create table post (
    post_id text primary key,
    role    text not null,
    unit    text not null references unit (code)
);
create index post_unit on post (unit, post_id);

-- Who held a post from when until when; the open one is the holder.
create table post_holding (
    id        uuid primary key,
    post_id   text not null references post (post_id),
    subject   text not null,
    name      text not null,
    email     text,
    from_day  date not null,
    until_day date check (until_day >= from_day)
);
create unique index post_holding_open on post_holding (post_id) where until_day is null;
create unique index post_holding_from on post_holding (post_id, from_day);
create index post_holding_subject on post_holding (subject) where until_day is null;

grant select, insert, update on unit to ${app};
grant select, insert on post to ${app};
grant select, insert, update on post_holding to ${app};
