-- Which of the city office's own orders are open or were done lately, in one seal: so that a list opens the rows it shows and
-- no others, and still nobody with SQL can tell which they are. It is written anew whole, with every slot that opens orders and with every
-- act; its length grows in large steps. No row yet: it is made of all orders when it is first needed.
create table city_order_index (
    one  boolean primary key check (one),
    seal bytea   not null
);
grant select, insert, update on city_order_index to ${app};
