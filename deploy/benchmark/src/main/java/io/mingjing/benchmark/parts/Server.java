package io.mingjing.benchmark.parts;

import io.mingjing.local.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL server that all parties use. */
public final class Server {

    private Server() {}

    public static long pid() {
        try {
            return Long.parseLong(Files.readAllLines(RealParts.postgres().data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes out what earlier stretches left to write, so that each begins alike. */
    public static void checkpoint() {
        try (Connection connection = RealParts.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        } catch (SQLException broken) {
            throw new IllegalStateException("no checkpoint", broken);
        }
    }
}
