package io.mingjing.benchmark.parts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether a commit is durable, asked of the database under the role that commits. */
public final class Durability {

    private static final List<String> ON = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final List<String> EQUAL =
            List.of("server_version", "wal_sync_method", "shared_buffers", "max_wal_size");

    private Durability() {}

    /**
     * Settings by name.
     *
     * @throws IllegalStateException where one that durability hangs on is not on
     */
    public static Map<String, String> of(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : ON) {
                String value = show(statement, name);
                if (!"on".equals(value)) {
                    throw new IllegalStateException(name + " is " + value + ": nothing here would be durable");
                }
                settings.put(name, value);
            }
            for (String name : EQUAL) {
                settings.put(name, show(statement, name));
            }
        }
        return settings;
    }

    private static String show(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
