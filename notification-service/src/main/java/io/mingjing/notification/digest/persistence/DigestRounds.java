package io.mingjing.notification.digest.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which full hour's digest is through. One process is at an hour at a time; leases run by the database's real time. */
@ApplicationScoped
public class DigestRounds {

    /** @param said the last hour that is through; null where there was none */
    public record Claim(@Nullable Instant said) {}

    private final AgroalDataSource database;

    DigestRounds(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes an hour, for some minutes; empty where it is through, or somebody else is at it. */
    public Optional<Claim> claim(Instant hour) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement("""
                        update digest_round set taken_until = now() + interval '5 minutes'
                         where (said is null or said < ?) and taken_until < now() returning said""")) {
            claim.setTimestamp(1, Timestamp.from(hour));
            ResultSet row = claim.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            Timestamp said = row.getTimestamp(1);
            return Optional.of(new Claim(said == null ? null : said.toInstant()));
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** The hour is through, whether there was anything to say or not. */
    public void through(Instant hour) {
        update("""
                update digest_round set said = greatest(said, ?), taken_until = '-infinity'""", Timestamp.from(hour));
    }

    /** It did not work: somebody tries again after a while. */
    public void tryAgainSoon() {
        update("update digest_round set taken_until = now() + interval '1 minute'");
    }

    private void update(String sql, Timestamp... hours) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < hours.length; i++) {
                update.setTimestamp(i + 1, hours[i]);
            }
            update.executeUpdate();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("the round of the hourly digest could not be read or written", broken);
    }
}
