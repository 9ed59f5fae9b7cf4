-- The scale of ratings as versioned data (R-137): a version is in force from its first day until the next one's. A code
-- keeps the version of the day of its visit. The first three reasons of a level are the national base set.
create table scale (
    version    int  primary key,
    from_day   date not null unique,
    name       text not null,
    poor_up_to int  not null
);

create table scale_level (
    version int  not null references scale,
    level   int  not null,
    zh      text not null,
    en      text not null,
    primary key (version, level)
);

create table scale_reason (
    version int     not null,
    code    text    not null,
    level   int     not null,
    place   int     not null,
    zh      text    not null,
    en      text    not null,
    base    boolean not null,
    primary key (version, code),
    foreign key (version, level) references scale_level
);

-- Version 1: the five national levels of 好差评 with the forty reason codes in use; 差评 is 2 and 1.
insert into scale (version, from_day, name, poor_up_to) values (1, date '2000-01-01', '政务服务"好差评"五级', 2);

insert into scale_level (version, level, zh, en) values
    (1, 5, '非常满意', 'Very satisfied'),
    (1, 4, '满意', 'Satisfied'),
    (1, 3, '基本满意', 'Fairly satisfied'),
    (1, 2, '不满意', 'Dissatisfied'),
    (1, 1, '非常不满意', 'Very dissatisfied');

insert into scale_reason (version, code, level, place, zh, en, base) values
    (1, '510', 5, 1, '一窗受理一次办结', 'One window, done in one go', true),
    (1, '511', 5, 2, '可以先受理后补材料', 'Accepted first, papers handed in later', true),
    (1, '512', 5, 3, '不用提交证明', 'No certificates asked for', true),
    (1, '513', 5, 4, '可以全程网上办理', 'Could be done online from start to end', false),
    (1, '514', 5, 5, '可以使用手机办理', 'Could be done by phone', false),
    (1, '515', 5, 6, '可以就近办理', 'Could be done nearby', false),
    (1, '516', 5, 7, '无需材料直接办理', 'Done without any papers', false),
    (1, '517', 5, 8, '服务热情效率高', 'Friendly and efficient', false),
    (1, '406', 4, 1, '填写一张表单就可完成申报', 'One form was enough', true),
    (1, '407', 4, 2, '在线提交材料窗口核验', 'Papers sent online, checked at the window', true),
    (1, '408', 4, 3, '一张清单告知全部申报材料', 'One list named all papers', true),
    (1, '409', 4, 4, '用告知承诺减免申报材料', 'A declaration replaced papers', false),
    (1, '410', 4, 5, '可以在线预约办理', 'Could be booked online', false),
    (1, '411', 4, 6, '跑大厅一次办完', 'One trip to the hall', false),
    (1, '412', 4, 7, '可以使用自助机办理', 'Could be done at a machine', false),
    (1, '413', 4, 8, '服务态度较好', 'Good attitude', false),
    (1, '307', 3, 1, '一次性告知需要补正的材料', 'Told at once which papers were missing', true),
    (1, '308', 3, 2, '提供申报材料样本', 'Samples of the papers were there', true),
    (1, '309', 3, 3, '在承诺的时间内办结', 'Done within the promised time', true),
    (1, '310', 3, 4, '办事指南指引准确', 'The guide was accurate', false),
    (1, '311', 3, 5, '按办事指南要求的材料即可办理', 'The papers in the guide were enough', false),
    (1, '312', 3, 6, '可以快递送达', 'Could be delivered', false),
    (1, '313', 3, 7, '跑动次数与承诺的一致', 'As many trips as promised', false),
    (1, '314', 3, 8, '服务态度一般', 'Fair attitude', false),
    (1, '207', 2, 1, '没有提供材料样本', 'No samples of the papers', true),
    (1, '208', 2, 2, '没有提供材料清单', 'No list of the papers', true),
    (1, '209', 2, 3, '未在承诺时间内办结', 'Not done within the promised time', true),
    (1, '210', 2, 4, '同样内容的证明材料被要求多次提交', 'The same certificate asked for again and again', false),
    (1, '211', 2, 5, '承诺网办但无法在线办理', 'Promised online, but not possible online', false),
    (1, '212', 2, 6, '在线预约办理后到实体大厅重复取号排队', 'Booked online, yet had to queue again in the hall', false),
    (1, '213', 2, 7, '窗口人员业务不熟练', 'Staff did not know the business', false),
    (1, '214', 2, 8, '服务态度生硬', 'Stiff attitude', false),
    (1, '108', 1, 1, '在办事指南之外增加新的审批条件', 'Conditions that are not in the guide', true),
    (1, '109', 1, 2, '需提供办事指南之外的申报材料', 'Papers that are not in the guide', true),
    (1, '110', 1, 3, '无理由超过法定办理时间', 'Beyond the statutory time without reason', true),
    (1, '111', 1, 4, '办事指南提供样本有错', 'Wrong samples in the guide', false),
    (1, '112', 1, 5, '承诺在线收取申报材料实际无法收取', 'Promised to take papers online, but could not', false),
    (1, '113', 1, 6, '多头跑窗口和部门', 'Sent from window to window', false),
    (1, '114', 1, 7, '跑动次数与承诺的不一致', 'More trips than promised', false),
    (1, '115', 1, 8, '服务态度差效率低', 'Bad attitude, slow', false);

grant select on scale, scale_level, scale_reason to ${app};
