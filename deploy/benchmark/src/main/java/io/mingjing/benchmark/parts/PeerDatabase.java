package io.mingjing.benchmark.parts;

import io.mingjing.local.RealParts;
import io.mingjing.local.postgres.Postgres;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;

/** The peers' own database on the same server, with an ordinary role and two naive tables of ratings. */
public final class PeerDatabase {

    private static final String NAME = "benchmark_peers";
    private static final String ROLE = "benchmark_peer";

    private final Postgres server = RealParts.postgres();
    private final String password;

    public PeerDatabase() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.password = HexFormat.of().formatHex(random);
        execute(
                "postgres",
                "create role %s login password '%s'".formatted(ROLE, password),
                "create database %s owner %s".formatted(NAME, ROLE));
        execute(
                NAME,
                """
                create table pgbench_rating (
                    id         bigint      generated always as identity primary key,
                    visit_id   uuid        not null unique,
                    place      text        not null,
                    matter     text        not null,
                    level      smallint    not null,
                    reasons    text[]      not null,
                    rater_type text,
                    note       text,
                    created_at timestamptz not null default now())""",
                "create sequence plain_rating_seq increment 50",
                """
                create table plain_rating (
                    id         bigint      primary key,
                    code       text        not null,
                    matter     text        not null,
                    level      integer     not null,
                    reasons    text[]      not null,
                    rater_type text,
                    note       text,
                    created_at timestamptz not null,
                    unique (code, matter))""",
                "grant select, insert on pgbench_rating, plain_rating to " + ROLE,
                "grant usage on plain_rating_seq to " + ROLE);
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return NAME;
    }

    public String role() {
        return ROLE;
    }

    public String password() {
        return password;
    }

    /** Settings with which a Quarkus service uses it. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url", server.url(NAME),
                "quarkus.datasource.username", ROLE,
                "quarkus.datasource.password", password);
    }

    /** A connection as the peers' own role. */
    public Connection asPeer() throws SQLException {
        return DriverManager.getConnection(server.url(NAME), ROLE, password);
    }

    private void execute(String database, String... statements) {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the peers' database could not be made", broken);
        }
    }
}
