-- Orders of the city office's own (自办单, anonymity rule K9): a city leaf with poor ratings, and what no leaf took within 20
-- working days. A row says nothing but the slot it was opened at: number, content, state and result lie in the seal, which
-- has one length. Every rating that waited so long has a row, poor or not, so that the rows tell nobody with SQL which
-- of them were poor. ref is a keyed hash of the leaf or of the row in the intake: exactly one order for each, and no way back.
create table city_order (
    id      uuid  primary key,
    ref     bytea not null unique,
    leaf_id uuid  unique,
    opened  date  not null,
    seal    bytea not null
);
create index city_order_opened on city_order (opened);

-- Numbers count all rows of a year, so the count says no more than the rows do.
create table city_order_counter (
    year int    primary key,
    last bigint not null
);

grant select, insert, update on city_order, city_order_counter to ${app};
