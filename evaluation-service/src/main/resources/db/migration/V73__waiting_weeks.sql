-- The share of what waits is told of whole weeks that are over, each once: a figure that rolls over four weeks and is
-- published every week gives single weeks away by difference. accepted is now of that week alone, self-tests taken off.
alter table waiting_report add column closed_week text, add column remaining bigint;
update waiting_report set accepted = null;
