-- Published paraphrases are listed by owner: so they are found in that order, however many there have been.
alter table leaf_paraphrase add column owner_unit text;
update leaf_paraphrase p set owner_unit = l.owner_unit from leaf l where l.id = p.leaf_id;
alter table leaf_paraphrase alter column owner_unit set not null;
create index leaf_paraphrase_owner on leaf_paraphrase (owner_unit, id);
