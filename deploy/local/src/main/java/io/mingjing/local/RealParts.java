package io.mingjing.local;

import io.mingjing.local.kafka.Broker;
import io.mingjing.local.kafka.DeclaredTopics;
import io.mingjing.local.mail.Mail;
import io.mingjing.local.mail.MailFiles;
import io.mingjing.local.mail.MailServer;
import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.oidc.IdentityProvider;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.postgres.Databases;
import io.mingjing.local.postgres.Postgres;
import io.mingjing.local.process.Child;
import io.mingjing.local.process.Pids;
import io.mingjing.local.process.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One PostgreSQL, one broker, one identity provider and one mail server for all tests of a JVM, started by whoever asks
 * first and ended with the JVM. Where they are is kept in system properties: tests run in several class loaders, and
 * each of them sees this class anew.
 */
public final class RealParts {

    private static final String DIRECTORY = "mingjing.parts.directory";
    private static final String POSTGRES = "mingjing.parts.postgres-port";
    private static final String KAFKA = "mingjing.parts.kafka-port";
    private static final String OIDC = "mingjing.parts.oidc-port";
    private static final String SMTP = "mingjing.parts.smtp-port";
    private static final String DATABASES = "mingjing.parts.databases";
    private static final int START_SECONDS = 90;

    /**
     * Constants are interned, so this is one object for all class loaders of a JVM. The system properties are too, but
     * other people lock them: the log manager does, and starting parts logs.
     */
    private static final String LOCK = "io.mingjing.local.RealParts is starting";

    private RealParts() {}

    /** Starts them unless this JVM has them already. */
    public static void start() {
        synchronized (LOCK) {
            if (System.getProperty(DIRECTORY) == null) {
                Path directory = PartsDirectory.fresh();
                System.setProperty(POSTGRES, Integer.toString(Ports.free()));
                System.setProperty(KAFKA, Integer.toString(Ports.free()));
                System.setProperty(OIDC, Integer.toString(Ports.free()));
                System.setProperty(SMTP, Integer.toString(Ports.free()));
                System.setProperty(DATABASES, "0");
                System.setProperty(DIRECTORY, directory.toString());
                launch(directory);
            }
        }
    }

    /** A new, empty database with its roles, and the settings with which a service uses it. */
    public static Map<String, String> freshSettings(String service) {
        start();
        String database;
        synchronized (LOCK) {
            int number = port(DATABASES) + 1;
            System.setProperty(DATABASES, Integer.toString(number));
            database = service + "_" + number;
        }
        try {
            new Databases(postgres()).prepare(service, database, secrets()::word);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not make the database " + database, e);
        }
        return settings().of(service, database);
    }

    /** The database server; tests may look into a database as superuser. */
    public static Postgres postgres() {
        return new Postgres(
                directory().resolve("postgresql"), port(POSTGRES), secrets().word("postgres"));
    }

    /** The broker. */
    public static Broker broker() {
        return new Broker(directory().resolve("kafka"), port(KAFKA));
    }

    /** Signs in for tests: bearer tokens and session cookies. */
    public static Oidc oidc() {
        return new Oidc(issuer(), ServiceSettings.CLIENT, settings().clientSecret());
    }

    /** The keys of the city office that all of this JVM's services are told of. */
    public static OfficeKeys officeKeys() {
        return secrets().officeKeys();
    }

    /** All mails that arrived, oldest first. */
    public static List<Mail> mails() {
        return new MailFiles(directory().resolve("mails")).all();
    }

    private static void launch(Path directory) {
        var pids = new Pids(directory.resolve("pids"));
        var database = CompletableFuture.runAsync(() -> {
            postgres().prepare();
            Child child = Child.start(postgres().spec(directory.resolve("logs/postgresql.log")));
            pids.add(child);
            child.awaitReady(postgres()::answers, START_SECONDS);
        });
        broker().prepare();
        Child kafka = Child.start(broker().spec(directory.resolve("logs/kafka.log")));
        pids.add(kafka);
        var identity = IdentityProvider.start(directory.resolve("oidc"), port(OIDC), DemoPeople.all());
        var mail = MailServer.start(directory.resolve("mails"), port(SMTP));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            mail.close();
            identity.close();
            PartsDirectory.endAndDelete(directory);
        }));
        kafka.awaitReady(() -> Ports.answers(port(KAFKA)), START_SECONDS);
        DeclaredTopics.create(broker().bootstrapServers());
        database.join();
    }

    private static ServiceSettings settings() {
        return new ServiceSettings(postgres(), broker(), issuer(), port(SMTP), secrets());
    }

    private static URI issuer() {
        return IdentityProvider.issuer(port(OIDC));
    }

    private static Secrets secrets() {
        return new Secrets(directory().resolve("secrets"));
    }

    private static Path directory() {
        String directory = System.getProperty(DIRECTORY);
        if (directory == null) {
            start();
            return directory();
        }
        return Path.of(directory);
    }

    private static int port(String property) {
        return Integer.parseInt(System.getProperty(property));
    }
}
