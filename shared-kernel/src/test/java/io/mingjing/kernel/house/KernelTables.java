package io.mingjing.kernel.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Each service carries its own copy of the kernel's tables; this says whether what is live is what the kernel means. */
public final class KernelTables {

    private static final Pattern TABLE = Pattern.compile("create table (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile("^ {4}(\\w+)\\s+(bigint|int|uuid|text|jsonb|timestamptz|bytea|date)\\b");

    private static final Map<String, String> TYPES =
            Map.of("int", "integer", "timestamptz", "timestamp with time zone");

    private KernelTables() {}

    /** Compares the live columns with the kernel's; later migrations of a service must not change them. */
    public static void check(DataSource live) throws SQLException {
        Map<String, Set<String>> expected = expected();
        assertThat(expected).as("tables found in the kernel's script").hasSizeGreaterThan(6);
        Map<String, Set<String>> found = new TreeMap<>();
        String sql = """
                select table_name, column_name || ' ' || data_type from information_schema.columns
                 where table_schema = 'public' and table_name = any (?)
                """;
        try (Connection connection = live.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(
                    1, connection.createArrayOf("text", expected.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getString(1), table -> new TreeSet<>())
                            .add(row.getString(2));
                }
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Map<String, Set<String>> expected() {
        Map<String, Set<String>> tables = new TreeMap<>();
        Matcher table = TABLE.matcher(script());
        while (table.find()) {
            Set<String> columns = new TreeSet<>();
            table.group(2).lines().forEach(line -> {
                Matcher column = COLUMN.matcher(line);
                if (column.find()) {
                    String type = column.group(2);
                    columns.add(column.group(1) + " " + TYPES.getOrDefault(type, type));
                }
            });
            tables.put(table.group(1), columns);
        }
        return tables;
    }

    private static String script() {
        try (InputStream in = KernelTables.class.getResourceAsStream("/kernel/V1__kernel.sql")) {
            if (in == null) {
                throw new AssertionError("The kernel's script is not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
