package io.mingjing.local.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One database per service with its roles: {@code _owner} migrates, {@code _app} runs the service and owns nothing,
 * {@code _rated} (evaluation only) serves whatever the rated side reads.
 */
public final class Databases {

    private static final Map<String, List<String>> ROLES = Map.of(
            "task", List.of("owner", "app"),
            "evaluation", List.of("owner", "app", "rated"),
            "notification", List.of("owner", "app"));

    private final Postgres postgres;

    public Databases(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Short names of all services. */
    public static Set<String> services() {
        return ROLES.keySet();
    }

    /** Names of the roles of a service, for example {@code task_owner}. */
    public static List<String> roles(String service) {
        List<String> kinds = ROLES.get(service);
        if (kinds == null) {
            throw new IllegalArgumentException("Unknown service " + service + ", known: " + ROLES.keySet());
        }
        return kinds.stream().map(kind -> service + "_" + kind).toList();
    }

    /** Makes the roles and the database when they are missing, and sets the passwords. */
    public void prepare(String service, String database, UnaryOperator<String> passwordOfRole) throws SQLException {
        String owner = service + "_owner";
        try (Connection connection = postgres.connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String role : roles(service)) {
                statement.execute("""
                        do $$ begin
                            if not exists (select from pg_roles where rolname = '%1$s') then create role "%1$s" login; end if;
                        end $$""".formatted(role));
                // Passwords are our own random letters and digits: nothing in them needs quoting.
                statement.execute("alter role \"%s\" password '%s'".formatted(role, passwordOfRole.apply(role)));
            }
            if (!exists(statement, database)) {
                statement.execute("create database \"%s\" owner \"%s\"".formatted(database, owner));
            }
            statement.execute("revoke all on database \"%s\" from public".formatted(database));
            for (String role : roles(service)) {
                statement.execute("grant connect on database \"%s\" to \"%s\"".formatted(database, role));
            }
        }
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return found.next();
        }
    }
}
