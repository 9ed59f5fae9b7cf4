package io.mingjing.local.postgres;

import io.mingjing.local.process.ChildSpec;
import io.mingjing.local.process.Directories;
import io.mingjing.local.process.Ports;
import io.mingjing.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One PostgreSQL 18 server on the loopback address: durable (fsync and synchronous_commit on), scram passwords, and
 * settings under which no log line carries a row or a parameter.
 *
 * @param data its data directory
 * @param password of the superuser {@code postgres}
 */
public record Postgres(Path data, int port, String password) {

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=" + Ports.LOOPBACK,
            "unix_socket_directories=",
            "max_connections=150",
            "shared_buffers=128MB",
            "fsync=on",
            "synchronous_commit=on",
            "password_encryption=scram-sha-256",
            "log_timezone=Asia/Shanghai",
            "timezone=Asia/Shanghai",
            "log_error_verbosity=terse",
            "log_min_error_statement=panic",
            "log_statement=none",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "wal_level=minimal",
            "max_wal_senders=0",
            "jit=off");

    /** Memory and log space where there is more than a demo needs: {@code name=value}, by comma, in a system property. */
    private static List<String> roomier() {
        String settings = System.getProperty("mingjing.postgres.roomier", "");
        return settings.isEmpty() ? List.of() : List.of(settings.split(","));
    }

    @Override
    public String toString() {
        return "Postgres[" + data + ", port " + port + "]";
    }

    /** Makes the data directory when there is none yet: beside it first, so that a half made one is never used. */
    public void prepare() {
        if (Files.exists(data)) {
            return;
        }
        Path draft = data.toAbsolutePath().resolveSibling(data.getFileName() + ".new");
        Path secret = draft.resolveSibling(draft.getFileName() + ".secret");
        try {
            Files.createDirectories(draft.getParent());
            Directories.delete(draft);
            OrdinaryUser.own(draft);
            Files.writeString(secret, password);
            Tool.run("initdb", initdb(draft, secret));
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not make the database directory 无法创建数据库目录: " + data, e);
        } finally {
            secret.toFile().delete();
        }
    }

    private static List<String> initdb(Path directory, Path secret) {
        List<String> command = new ArrayList<>(OrdinaryUser.prefix());
        command.addAll(List.of(
                PostgresBinaries.unpacked().resolve("bin/initdb").toString(),
                "--pgdata=" + directory,
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions"));
        return command;
    }

    /** How its server is started and stopped; INT is its fast shutdown. */
    public ChildSpec spec(Path log) {
        List<String> command = new ArrayList<>(OrdinaryUser.prefix());
        command.add(PostgresBinaries.unpacked().resolve("bin/postgres").toString());
        command.addAll(List.of("-D", data.toAbsolutePath().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        roomier().forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ChildSpec("postgresql", command, Map.of("LC_ALL", "C.UTF-8"), log, "INT", Duration.ofSeconds(30));
    }

    /** Whether it answers a query. */
    public boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "?loginTimeout=5", "postgres", password);
    }

    /** JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, database);
    }
}
