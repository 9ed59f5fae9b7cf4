package io.mingjing.benchmark.parts;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealParts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** evaluation-service with its own database, key file, broker and issuer; started again it finds all of it as it was. */
public final class Evaluation implements AutoCloseable {

    private final Path home;
    private final Path logs;
    private final List<String> javaOptions;
    private final Map<String, String> settings;
    private @Nullable ServiceJar running;

    /**
     * @param home the repository, where the service was built
     * @param javaOptions further options of its Java machine
     */
    public Evaluation(Path home, Path logs, List<String> javaOptions) {
        this.home = home;
        this.logs = logs;
        this.javaOptions = List.copyOf(javaOptions);
        this.settings = RealParts.freshSettings("evaluation");
    }

    /** Starts it, or starts it again, at a civil moment of the business clock. */
    public void startAt(LocalDateTime moment) {
        close();
        Instant business = moment.atZone(BusinessClock.ZONE).toInstant();
        Map<String, String> all = new TreeMap<>(settings);
        all.put(
                "mingjing.clock.offset",
                Duration.between(Instant.now(), business).toString());
        running = ServiceJar.start(
                "evaluation-service",
                home.resolve("evaluation-service/target/quarkus-app/quarkus-run.jar"),
                all,
                javaOptions,
                logs.resolve("evaluation-service.log"));
    }

    public ServiceJar service() {
        if (running == null) {
            throw new IllegalStateException("evaluation-service is not running");
        }
        return running;
    }

    /** A connection to its database as the role the service itself has. */
    public Connection asService() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url"),
                setting("quarkus.datasource.username"),
                setting("quarkus.datasource.password"));
    }

    /** A connection to its database that sees everything. */
    public Connection asSuperUser() throws SQLException {
        String url = setting("quarkus.datasource.jdbc.url");
        return RealParts.postgres().connect(url.substring(url.lastIndexOf('/') + 1));
    }

    public Path keyFile() {
        return Path.of(setting("mingjing.keys.file"));
    }

    public String bootstrapServers() {
        return setting("mingjing.kafka.bootstrap-servers");
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    private String setting(String key) {
        String value = settings.get(key);
        if (value == null) {
            throw new IllegalStateException("no setting " + key);
        }
        return value;
    }
}
