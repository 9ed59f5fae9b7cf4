-- What the city office passes on of raters' words (转述, anonymity rule K9): its own words, ticked categories, or a note
-- whose rater asked for it to be passed on as it is (转原文). note_ref is a keyed hash of that note, so that it is passed on
-- once; the note's own id is nowhere but with the note.
create table paraphrase (
    id          uuid        primary key,
    leaf_id     uuid        not null,
    kind        text        not null check (kind in ('WORDS', 'CATEGORIES', 'VERBATIM', 'NOTHING')),
    text        text        not null,
    note_ref    bytea,
    state       text        not null check (state in ('SECOND_LOOK', 'READY', 'PUBLISHED', 'DROPPED', 'SETTLED')),
    author      text        not null,
    author_name text        not null,
    ready_at    timestamptz,
    slot        date,
    version     bigint      not null
);
create index paraphrase_leaf on paraphrase (leaf_id);
create index paraphrase_open on paraphrase (state) where state in ('SECOND_LOOK', 'READY');
create unique index paraphrase_verbatim on paraphrase (note_ref) where state <> 'DROPPED';

-- Published ones: added with a slot, never changed, never taken back; a later one is a further line. The rated side reads
-- them with the leaf. No city leaf is ever among them.
create table leaf_paraphrase (
    id      uuid primary key,
    leaf_id uuid not null,
    text    text not null,
    slot    date not null
);
create index leaf_paraphrase_leaf on leaf_paraphrase (leaf_id, id);

grant select, insert, update on paraphrase to ${app};
grant select, insert on leaf_paraphrase to ${app};
grant select on leaf_paraphrase to ${rated};
