-- How a rater may be reached (联系方式), sealed to the key of the city office: this service cannot read it. Each box lies
-- in an outer layer of the service's own, so that whoever takes one off leaves a trace. All boxes have one length.

-- Left and not handed over yet. h is a keyed hash of the receipt; the box is null once it was handed over, so that each
-- receipt leaves one. exp_day is when the row may go: the first of a month, so that it does not tell when it was left.
create table contact_wait (
    h       bytea primary key,
    exp_day date  not null,
    box     bytea
);
create index contact_waiting on contact_wait (h) where box is not null;

-- The private chip 被要求打满意 left with a receipt, until it joins those of the mixer.
create table chip_wait (
    h       bytea primary key,
    exp_day date  not null,
    box     bytea
);
create index chip_waiting on chip_wait (h) where box is not null;

-- Handed over to the office: all of a morning in one transaction, in the order of their random ids.
create table contact_box (
    id  uuid  primary key,
    box bytea not null
);

-- What the office makes of each: it calls back (回访) by the due day. It outlives its box, so that calls can be counted.
create table contact_case (
    id       uuid  primary key,
    due_day  date  not null,
    state    text  not null check (state in ('OPEN', 'REACHED', 'REFUSED', 'NOT_REACHED')),
    done_day date,
    check ((state = 'OPEN') = (done_day is null))
);
create index contact_case_open on contact_case (due_day) where state = 'OPEN';

-- Calls, numbered within their case. words are the office's own, sealed to its key; they go with the contact.
create table contact_call (
    case_id   uuid     not null references contact_case on delete cascade,
    number    smallint not null,
    day       date     not null,
    outcome   text     not null check (outcome in ('REACHED', 'NOT_REACHED', 'REFUSED')),
    satisfied boolean,
    words     bytea,
    primary key (case_id, number)
);

-- Mornings on which contacts were handed over, each with a contact that says a word of chance: who sends the word back
-- can open. proof is a keyed hash of that word and the row it lies in; null where no key was there to seal it.
create table contact_morning (
    day       date primary key,
    proof     bytea,
    confirmed date
);

-- Keys of the office that were in use. None comes back once a later one was there.
create table office_key (
    key_id     text  primary key,
    public_key bytea not null unique,
    valid_from date  not null
);

grant select, insert, update, delete on contact_wait, chip_wait to ${app};
grant select, insert, delete on contact_box to ${app};
grant select, insert, update, delete on contact_case to ${app};
grant select, insert, update (words) on contact_call to ${app};
grant select, insert, update (confirmed) on contact_morning to ${app};
grant select, insert on office_key to ${app};
