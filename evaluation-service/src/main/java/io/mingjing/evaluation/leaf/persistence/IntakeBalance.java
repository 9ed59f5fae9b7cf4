package io.mingjing.evaluation.leaf.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Where every accepted rating is: each of the four numbers is counted on its own, in one statement, so one snapshot. */
@ApplicationScoped
public class IntakeBalance {

    /**
     * @param accepted rows the intake ever took, those of dropped partitions included
     * @param pending boxes that still hold a rating
     * @param mixed ratings in leaves
     * @param quarantined boxes that do not open
     * @param tested self-test boxes that were taken out
     */
    public record Balance(long accepted, long pending, long mixed, long quarantined, long tested) {

        public boolean balanced() {
            return accepted == pending + mixed + quarantined + tested;
        }
    }

    private static final String COUNT = """
            select (select count(*) from intake) + (select coalesce(sum(accepted), 0) from intake_dropped),
                   (select count(*) from intake where box is not null),
                   (select count(*) from rating),
                   (select count(*) from quarantine),
                   (select coalesce(sum(boxes), 0) from tested)
            """;

    private final AgroalDataSource database;

    IntakeBalance(AgroalDataSource database) {
        this.database = database;
    }

    public Balance now() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(COUNT)) {
            ResultSet row = query.executeQuery();
            row.next();
            return new Balance(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        } catch (SQLException broken) {
            throw new IllegalStateException("the balance could not be counted", broken);
        }
    }
}
