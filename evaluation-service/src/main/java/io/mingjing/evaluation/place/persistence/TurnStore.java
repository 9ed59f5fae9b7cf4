package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who staffs which window from which day on. */
@ApplicationScoped
public class TurnStore {

    /**
     * A turn at a window.
     *
     * @param fromDay first day, until a later turn
     * @param staff badge number; null where nobody is there
     */
    public record Turn(LocalDate fromDay, @Nullable String staff) {}

    private final AgroalDataSource database;

    TurnStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Of one window, oldest first. */
    public List<Turn> of(String window) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select from_day, staff_code from staff_turn where window_code = ? order by from_day")) {
            query.setString(1, window);
            ResultSet rows = query.executeQuery();
            List<Turn> turns = new ArrayList<>();
            while (rows.next()) {
                turns.add(new Turn(rows.getObject(1, LocalDate.class), rows.getString(2)));
            }
            return turns;
        } catch (SQLException broken) {
            throw new IllegalStateException("turns could not be read", broken);
        }
    }

    /** Enters a turn in the running transaction; what was planned for its day or later is replaced. */
    public void replaceFrom(String window, Turn turn) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from staff_turn where window_code = ? and from_day >= ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into staff_turn (window_code, from_day, staff_code) values (?, ?, ?)")) {
            delete.setString(1, window);
            delete.setObject(2, turn.fromDay());
            delete.executeUpdate();
            insert.setString(1, window);
            insert.setObject(2, turn.fromDay());
            insert.setString(3, turn.staff());
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("the turn could not be entered", broken);
        }
    }
}
