package io.mingjing.kernel.time;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The business clock of a running service: this host's clock, corrected to the database's and moved by the configured
 * offset. The correction is measured when first needed and every half minute, not at each reading.
 */
@ApplicationScoped
class DatabaseBusinessClock implements BusinessClock {

    private static final Logger LOG = Logger.getLogger(DatabaseBusinessClock.class);

    private final AgroalDataSource dataSource;
    private final Duration offset;
    private final Clock host = Clock.systemUTC();
    private volatile Duration skew = Duration.ZERO;
    private volatile boolean measured;

    DatabaseBusinessClock(
            AgroalDataSource dataSource, @ConfigProperty(name = "mingjing.clock.offset") Duration offset) {
        this.dataSource = dataSource;
        this.offset = offset;
    }

    @Override
    public Instant now() {
        if (!measured) {
            measure();
        }
        return host.instant().plus(skew).plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Duration offset() {
        return offset;
    }

    /** Half the round trip is taken off; a database that does not answer leaves the last correction standing. */
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            Instant before = host.instant();
            try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
                Instant after = host.instant();
                row.next();
                Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant here = before.plus(Duration.between(before, after).dividedBy(2));
                skew = Duration.between(here, there);
                measured = true;
            }
        } catch (SQLException e) {
            LOG.warnf("The database's clock cannot be read; going on with a correction of %s", skew);
        }
    }
}
