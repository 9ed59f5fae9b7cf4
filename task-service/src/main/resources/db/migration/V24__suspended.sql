-- A suspended task owes no further proofs until it is resumed, whether one of its clocks was running or not.
alter table timed_task add column suspended boolean not null default false;
update timed_task t set suspended = true
 where exists (select 1 from task where task.id = t.task_id and task.state = 'SUSPENDED');
alter table timed_task alter column suspended drop default;
