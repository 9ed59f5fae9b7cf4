package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Owner;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.evaluation.place.domain.StaffTurn;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads all places and matters at once. What belongs together is read in one statement: nothing is seen without its owner
 * or its name, though registrations go on meanwhile.
 */
@ApplicationScoped
public class CatalogueStore {

    private final AgroalDataSource database;

    CatalogueStore(AgroalDataSource database) {
        this.database = database;
    }

    public Catalogue read() {
        try (Connection connection = database.getConnection()) {
            return new Catalogue(windows(connection), points(connection), matters(connection));
        } catch (SQLException broken) {
            throw new IllegalStateException("places could not be read", broken);
        }
    }

    private static List<Catalogue.Window> windows(Connection connection) throws SQLException {
        Map<String, List<StaffTurn>> turns = turns(connection);
        return all(connection, """
                select w.code, w.number, w.name, h.code, h.name, w.feed, w.shows_card,
                    array(select o.from_day || ' ' || o.unit from window_owner o
                          where o.window_code = w.code order by o.from_day)
                from service_window w join hall h on h.code = w.hall order by w.code""", row -> {
            String code = row.getString(1);
            return new Catalogue.Window(
                    code,
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6),
                    owners(row.getArray(8)),
                    row.getBoolean(7),
                    turns.getOrDefault(code, List.of()));
        });
    }

    private static List<Catalogue.Point> points(Connection connection) throws SQLException {
        return all(
                connection,
                """
                select p.code, p.number, p.kind, p.name, h.code, h.name,
                    array(select o.from_day || ' ' || o.unit from point_owner o
                          where o.point_code = p.code order by o.from_day)
                from rating_point p left join hall h on h.code = p.hall order by p.code""",
                row -> new Catalogue.Point(
                        row.getString(1),
                        row.getInt(2),
                        SpotKind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        owners(row.getArray(7))));
    }

    private static List<Catalogue.Item> matters(Connection connection) throws SQLException {
        return all(
                connection,
                """
                select m.code, m.number, m.name,
                    array(select o.from_day || ' ' || o.unit from matter_owner o
                          where o.matter_code = m.code order by o.from_day)
                from matter m order by m.code""",
                row -> new Catalogue.Item(row.getString(1), row.getInt(2), row.getString(3), owners(row.getArray(4))));
    }

    /** By window. */
    private static Map<String, List<StaffTurn>> turns(Connection connection) throws SQLException {
        record Turn(String window, StaffTurn turn) {}
        List<Turn> turns = all(connection, """
                select t.window_code, t.from_day, s.code, s.name, s.duty, s.photo_name,
                    array(select u.from_day || ' ' || u.unit from staff_unit u
                          where u.staff_code = s.code order by u.from_day)
                from staff_turn t left join window_staff s on s.code = t.staff_code
                order by t.window_code, t.from_day""", row -> new Turn(row.getString(1), turn(row)));
        return turns.stream()
                .collect(Collectors.groupingBy(
                        Turn::window, Collectors.mapping(Turn::turn, Collectors.toUnmodifiableList())));
    }

    private static StaffTurn turn(ResultSet row) throws SQLException {
        LocalDate day = row.getObject(2, LocalDate.class);
        return row.getString(3) == null
                ? StaffTurn.vacant(day)
                : new StaffTurn(
                        day,
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        owners(row.getArray(7)));
    }

    private static List<Owner> owners(Array days) throws SQLException {
        List<Owner> owners = new ArrayList<>();
        for (String entry : (String[]) days.getArray()) {
            int blank = entry.indexOf(' ');
            owners.add(new Owner(LocalDate.parse(entry.substring(0, blank)), entry.substring(blank + 1)));
        }
        return owners;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> all(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }
}
