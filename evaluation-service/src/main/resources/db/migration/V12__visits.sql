-- Finished visits (办件、取号单). No time, no code, no token, no sign of whether it was rated: not here and nowhere else.
create table visit (
    number      text    primary key,
    window_code text    not null references service_window,
    owner_unit  text    not null,
    day         date    not null,
    matters     text[]  not null,
    rater_type  text    not null,
    confirmed   boolean not null,
    exp_day     date    not null
);
create index visit_window_day on visit (window_code, day);

grant select, insert, update on visit to ${app};
