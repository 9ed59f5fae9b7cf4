package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.leaf.SuperUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Every order in which the rows of a table can be found: where they lie (ctid), who wrote them (xmin), the line a dump
 * gives them, what lies in the raw pages, what the write-ahead log says. Answers texts that sort, by the row's key.
 */
@ApplicationScoped
public class PhysicalOrders {

    private final SuperUser database;

    PhysicalOrders(SuperUser database) {
        this.database = database;
    }

    void begin() {
        database.execute("create extension if not exists pageinspect", "create extension if not exists pg_walinspect");
    }

    void end() {
        database.execute("drop extension if exists pageinspect", "drop extension if exists pg_walinspect");
    }

    /** The tables that hold the rows of a table: itself, or its partitions. */
    List<String> heapsOf(String table) {
        return database.column("""
                select c.relname from pg_class c left join pg_inherits i on i.inhrelid = c.oid
                 where c.relkind = 'r' and (c.relname = '%1$s' or i.inhparent = '%1$s'::regclass) order by 1""".formatted(table));
    }

    /**
     * By key: place in the heap, transaction with place, and the number of the chunk where a wide value went.
     *
     * @param wide a column
     */
    Map<String, Map<String, String>> heap(String table, String key, String wide) {
        Map<String, Map<String, String>> found = new HashMap<>();
        database.rows("""
                select %s, tableoid::regclass::text, ctid::text, xmin::text, pg_column_toast_chunk_id(%s)::text from %s""".formatted(key, wide, table)).forEach(row -> {
            Map<String, String> orders = new HashMap<>();
            orders.put("place", row.get(1) + " " + place(row.get(2)));
            orders.put("xmin", number(row.get(3)) + " " + place(row.get(2)));
            if (row.get(4) != null) {
                orders.put("chunk", number(row.get(4)));
            }
            found.put(row.get(0), orders);
        });
        return found;
    }

    /**
     * The lines of a dump, as COPY writes them.
     *
     * @param column number of the key's column
     */
    Map<String, String> dump(String table, int column) {
        Map<String, String> lines = new HashMap<>();
        for (String heap : heapsOf(table)) {
            String[] copied = copyOut(heap).split("\n");
            for (int number = 0; number < copied.length; number++) {
                String[] values = copied[number].split("\t");
                if (values.length > column) {
                    lines.put(values[column].replace("\\\\x", ""), heap + " %08d".formatted(number));
                }
            }
        }
        return lines;
    }

    /**
     * Places of all row versions on the raw pages, dead ones too, oldest first, by the key that stands in them.
     *
     * @param from the byte where it begins, from 1
     */
    Map<String, List<String>> versions(String table, int from, int length) {
        Map<String, List<String>> found = new HashMap<>();
        for (String heap : heapsOf(table)) {
            database.rows("""
                    select encode(substr(t_data, %2$d, %3$d), 'hex'), '(' || page || ',' || lp || ')'
                      from generate_series(0, pg_relation_size('%1$s') / 8192 - 1) page,
                           lateral heap_page_items(get_raw_page('%1$s', page::int))
                     where t_data is not null order by page, lp""".formatted(heap, from, length))
                    .forEach(item -> found.computeIfAbsent(item.get(0), any -> new ArrayList<>())
                            .add(heap + " " + place(item.get(1))));
        }
        return found;
    }

    String logPosition() {
        return database.column("select pg_current_wal_flush_lsn()::text").getFirst();
    }

    /** A row version that the log says was written: its table and place, and its position with its transaction. */
    record Logged(String type, String heap, String place, String position, String transaction) {}

    List<Logged> log(String from, String... tables) {
        Map<String, String> heaps = new HashMap<>();
        for (String table : tables) {
            for (String heap : heapsOf(table)) {
                heaps.put(
                        database.column("select pg_relation_filenode('%s')".formatted(heap))
                                .getFirst(),
                        heap);
            }
        }
        String to = logPosition();
        return database.rows("""
                select r.record_type, b.relfilenode::text, b.relblocknumber::text,
                       coalesce(substring(r.description from 'new_off: ([0-9]+)'),
                                substring(r.description from 'off: ([0-9]+)')),
                       lpad((r.start_lsn - '0/0'::pg_lsn)::text, 20, '0'), r.xid::text
                  from pg_get_wal_records_info('%1$s', '%2$s') r
                  join pg_get_wal_block_info('%1$s', '%2$s', false) b using (start_lsn)
                 where r.resource_manager = 'Heap' and r.record_type ~ '^(INSERT|UPDATE|HOT_UPDATE)'
                   and b.block_id = 0 and b.relfilenode::text in ('%3$s')""".formatted(from, to, String.join("','", heaps.keySet()))).stream()
                .map(row -> new Logged(
                        row.get(0),
                        heaps.get(row.get(1)),
                        place("(" + row.get(2) + "," + row.get(3) + ")"),
                        row.get(4),
                        number(row.get(5)) + " " + row.get(4)))
                .toList();
    }

    private String copyOut(String heap) {
        try (Connection connection = database.connect();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + heap + " to stdout", out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (SQLException | IOException e) {
            throw e instanceof IOException io ? new UncheckedIOException(io) : new IllegalStateException(e);
        }
    }

    private static String number(String text) {
        return "%012d".formatted(Long.parseLong(text));
    }

    /** {@code (12,7)} as a text that sorts. */
    static String place(String ctid) {
        String[] parts = ctid.substring(1, ctid.length() - 1).split(",");
        return "%08d/%05d".formatted(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
