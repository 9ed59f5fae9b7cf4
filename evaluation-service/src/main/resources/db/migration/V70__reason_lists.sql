-- Values of levels for means and trends (R-137), the document a version of the scale rests on, and the city's own reasons
-- beside the national ones (R-139 to R-141): a list is in force from its first day until the next one's. Level 0 is a
-- reason that may be ticked at every level. Integrity reasons go to city discipline and into no tally (R-279).
alter table scale_level add column value int not null default 0;
update scale_level set value = (level - 1) * 25 where version = 1;
alter table scale_level alter column value drop default;

alter table scale add column basis text not null default '';
alter table scale alter column basis drop default;

create table reason_list (
    version  int  primary key,
    from_day date not null unique,
    name     text not null
);

create table local_reason (
    version   int     not null references reason_list,
    code      text    not null,
    level     int     not null check (level between 0 and 5),
    place     int     not null,
    zh        text    not null,
    en        text    not null,
    integrity boolean not null,
    primary key (version, code)
);

insert into reason_list (version, from_day, name) values (1, date '2000-01-01', '本市评价原因（第 1 版）');

insert into local_reason (version, code, level, place, zh, en, integrity) values
    (1, 'S501', 5, 1, '首问负责到底', 'The first person asked saw it through', false),
    (1, 'S502', 5, 2, '材料一次说清', 'Told once and completely what was needed', false),
    (1, 'S503', 5, 3, '比承诺的更快', 'Faster than promised', false),
    (1, 'S504', 5, 4, '主动帮忙解决', 'Helped of their own accord', false),
    (1, 'S401', 4, 1, '首问有人负责', 'The first person asked took care of it', false),
    (1, 'S402', 4, 2, '材料说得清楚', 'Told clearly what was needed', false),
    (1, 'S403', 4, 3, '办得比较快', 'Fairly fast', false),
    (1, 'S404', 4, 4, '愿意帮忙解决', 'Willing to help', false),
    (1, 'S301', 3, 1, '问了几次才有人管', 'Had to ask several times', false),
    (1, 'S302', 3, 2, '材料补过一次', 'Had to bring papers once more', false),
    (1, 'S303', 3, 3, '等的时间偏长', 'A rather long wait', false),
    (1, 'S304', 3, 4, '流程不够清楚', 'The procedure was not clear enough', false),
    (1, 'S201', 2, 1, '办事效率低', 'Slow', false),
    (1, 'S202', 2, 2, '推诿扯皮', 'Passed from one to another', false),
    (1, 'S203', 2, 3, '流程不透明', 'The procedure was not open', false),
    (1, 'S204', 2, 4, '手续繁琐', 'Tedious formalities', false),
    (1, 'S101', 1, 1, '办事效率低、一拖再拖', 'Delayed again and again', false),
    (1, 'S102', 1, 2, '服务态度差', 'Bad attitude', false),
    (1, 'S103', 1, 3, '推诿扯皮、无人负责', 'Nobody took responsibility', false),
    (1, 'S104', 1, 4, '自设门槛', 'Hurdles of their own making', false),
    (1, 'J001', 0, 1, '吃拿卡要', 'Asked for favours', true),
    (1, 'J002', 0, 2, '乱收费', 'Charged without ground', true),
    (1, 'J003', 0, 3, '乱罚款', 'Fined without ground', true),
    (1, 'J004', 0, 4, '乱检查', 'Inspected without ground', true);

grant select, insert, update, delete on scale, scale_level, scale_reason, reason_list, local_reason to ${app};
