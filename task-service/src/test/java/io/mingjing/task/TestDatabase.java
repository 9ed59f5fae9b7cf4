package io.mingjing.task;

import io.mingjing.local.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service's database as its owner sees it: emptied between tests, with a copy of every event that was appended. */
@ApplicationScoped
public class TestDatabase {

    private static final String EVENTS = """
            create table if not exists event_seen (
                id bigint generated always as identity, type text not null, key text not null, payload jsonb not null);
            create or replace function see_event() returns trigger language plpgsql security definer as $$
            begin
                insert into event_seen (type, key, payload)
                values (new.headers ->> 'ce_type', new.key, new.payload::jsonb);
                return new;
            end $$;
            create or replace trigger see_event after insert on outbox for each row execute function see_event();
            """;

    private final String url;
    private final String owner;
    private final String password;
    private final Statements statements;

    TestDatabase(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password,
            Statements statements) {
        this.url = url;
        this.owner = owner;
        this.password = password;
        this.statements = statements;
    }

    /** Removes clocks and rungs, and begins to copy events. */
    public void clearClocks() {
        asOwner(EVENTS);
        asOwner("truncate rung, clock_entry, clock, timed_task, event_seen");
        asOwner("grant select on event_seen to public");
    }

    public void asOwner(String sql) {
        try (Connection connection = DriverManager.getConnection(url, owner, password)) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void asSuperuser(String sql) {
        try (Connection connection = RealParts.postgres().connect("postgres")) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One text column. */
    public List<String> texts(String sql, Object... values) {
        return statements.list(sql, row -> row.getString(1), values);
    }

    /** Payloads of the events of a type, such as {@code TaskEvent.RungReached}'s, in order; one member of each. */
    public List<String> events(String type, String member) {
        return texts(
                "select payload ->> ? from event_seen where type like ? order by id",
                member,
                "mingjing.task." + type + ".%");
    }

    public static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
