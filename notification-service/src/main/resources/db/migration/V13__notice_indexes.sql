-- Each list of notices is read off an index in its own order, however long the log has become.

-- The log of a unit, see NoticeLog.
create index notice_unit on notice (unit, created_at desc, id desc);

-- The inbox, unread first: the very expression by which Notices orders.
create index notice_inbox_order
    on notice (recipient, (case when read_at is null then 0 else 1 end), created_at desc, id desc);

-- The count at the top of every page.
create index notice_unread on notice (recipient) where read_at is null and ended_at is null;

-- Served the log of everybody's notices together, which nothing reads any more.
drop index notice_created;
