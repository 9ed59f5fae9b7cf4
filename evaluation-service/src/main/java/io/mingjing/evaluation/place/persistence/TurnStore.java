package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return of(List.of(window)).getOrDefault(window, List.of());
    }

    /** Of several windows, oldest first; a window without turns is not in the map. */
    public Map<String, List<Turn>> of(Collection<String> windows) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select window_code, from_day, staff_code from staff_turn
                        where window_code = any (?) order by window_code, from_day""")) {
            query.setArray(1, connection.createArrayOf("text", windows.toArray()));
            ResultSet rows = query.executeQuery();
            Map<String, List<Turn>> turns = new HashMap<>();
            while (rows.next()) {
                turns.computeIfAbsent(rows.getString(1), window -> new ArrayList<>())
                        .add(new Turn(rows.getObject(2, LocalDate.class), rows.getString(3)));
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
