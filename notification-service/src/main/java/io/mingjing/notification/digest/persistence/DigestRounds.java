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

    /**
     * An hour that somebody is at.
     *
     * @param said the last hour that is through; null where there was none
     * @param until database's time at which it ends; tells one claim from another
     */
    public record Claim(Instant hour, @Nullable Instant said, Instant until) {}

    private final AgroalDataSource database;

    DigestRounds(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes an hour, for some minutes; empty where it is through, or somebody else is at it. */
    public Optional<Claim> claim(Instant hour) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement("""
                        update digest_round set taken_until = now() + interval '5 minutes'
                         where (said is null or said < ?) and taken_until < now() returning said, taken_until""")) {
            claim.setTimestamp(1, Timestamp.from(hour));
            ResultSet row = claim.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            Timestamp said = row.getTimestamp(1);
            return Optional.of(new Claim(
                    hour,
                    said == null ? null : said.toInstant(),
                    row.getTimestamp(2).toInstant()));
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * The hour is through, whether there was anything to say or not.
     *
     * @return whether the claim still held; if not, somebody else is at the hour or has been
     */
    public boolean through(Claim claim) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update digest_round set said = ?, taken_until = '-infinity' where taken_until = ?""")) {
            update.setTimestamp(1, Timestamp.from(claim.hour()));
            update.setTimestamp(2, Timestamp.from(claim.until()));
            return update.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** It did not work: somebody tries again after a while. Nothing changes where the claim no longer holds. */
    public void tryAgainSoon(Claim claim) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update digest_round set taken_until = now() + interval '1 minute' where taken_until = ?""")) {
            update.setTimestamp(1, Timestamp.from(claim.until()));
            update.executeUpdate();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("the round of the hourly digest could not be read or written", broken);
    }
}
