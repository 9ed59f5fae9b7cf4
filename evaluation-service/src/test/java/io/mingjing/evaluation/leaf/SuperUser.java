package io.mingjing.evaluation.leaf;

import io.mingjing.local.RealParts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whoever runs the database: sees and may do everything. The attacks look through these eyes. */
@ApplicationScoped
public class SuperUser {

    private final String database;

    SuperUser(@ConfigProperty(name = "quarkus.datasource.jdbc.url") String url) {
        this.database = url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }

    public Connection connect() throws SQLException {
        return RealParts.postgres().connect(database);
    }

    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows of text; null stays null. */
    public List<List<String>> rows(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column. */
    public List<String> column(String sql) {
        return rows(sql).stream().map(List::getFirst).toList();
    }

    public long number(String sql) {
        return Long.parseLong(column(sql).getFirst());
    }
}
