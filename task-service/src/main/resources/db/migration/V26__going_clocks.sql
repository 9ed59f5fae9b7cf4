-- Clocks that have not ended, walked in pages by the auditor and by the preview of a calendar.
create index clock_going on clock (id) where state in ('RUNNING', 'PAUSED');
