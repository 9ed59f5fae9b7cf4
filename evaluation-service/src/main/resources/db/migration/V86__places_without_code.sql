-- Which places somebody can rate at: asked for whenever the list of those where nobody can is read.
create index posted_code_active on posted_code (place) where state = 'ACTIVE';
