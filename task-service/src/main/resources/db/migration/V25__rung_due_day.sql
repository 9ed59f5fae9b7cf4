-- The due day a rung was planned for: what was told of one day is not told of the same day again.
alter table rung add column due_day date;
update rung r set due_day = c.due_day from clock c where c.id = r.clock_id and c.generation = r.generation;
