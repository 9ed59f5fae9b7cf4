package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.evaluation.place.domain.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads all windows and matters at once. */
@ApplicationScoped
public class CatalogueStore {

    private final AgroalDataSource database;

    CatalogueStore(AgroalDataSource database) {
        this.database = database;
    }

    public Catalogue read() {
        try (Connection connection = database.getConnection()) {
            return new Catalogue(windows(connection), matters(connection));
        } catch (SQLException broken) {
            throw new IllegalStateException("places could not be read", broken);
        }
    }

    private static List<Catalogue.Window> windows(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select w.code, w.number, w.name, h.name, w.feed, o.from_day, o.unit
                from service_window w join hall h on h.code = w.hall join window_owner o on o.window_code = w.code
                order by w.code, o.from_day""")) {
            ResultSet rows = query.executeQuery();
            Map<String, Catalogue.Window> windows = new TreeMap<>();
            while (rows.next()) {
                Owner owner = new Owner(rows.getObject(6, LocalDate.class), rows.getString(7));
                windows.merge(
                        rows.getString(1),
                        new Catalogue.Window(
                                rows.getString(1),
                                rows.getInt(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getBoolean(5),
                                List.of(owner)),
                        CatalogueStore::withOwnersOf);
            }
            return List.copyOf(windows.values());
        }
    }

    private static Catalogue.Window withOwnersOf(Catalogue.Window window, Catalogue.Window next) {
        List<Owner> owners = new ArrayList<>(window.owners());
        owners.addAll(next.owners());
        return new Catalogue.Window(
                window.code(), window.number(), window.name(), window.hall(), window.feed(), owners);
    }

    private static List<Catalogue.Item> matters(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select code, number, name from matter order by code")) {
            ResultSet rows = query.executeQuery();
            List<Catalogue.Item> matters = new ArrayList<>();
            while (rows.next()) {
                matters.add(new Catalogue.Item(rows.getString(1), rows.getInt(2), rows.getString(3)));
            }
            return matters;
        }
    }
}
