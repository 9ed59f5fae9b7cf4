package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.place.domain.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Units as the topic tells them: the highest sequence wins, whatever the order of arrival. */
@ApplicationScoped
public class UnitStore {

    private final AgroalDataSource database;

    UnitStore(AgroalDataSource database) {
        this.database = database;
    }

    public void record(Unit unit, long sequence) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into unit as known (code, name, kind, parent, active, sequence) values (?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set name = excluded.name, kind = excluded.kind,
                            parent = excluded.parent, active = excluded.active, sequence = excluded.sequence
                        where known.sequence < excluded.sequence""")) {
            upsert.setString(1, unit.code());
            upsert.setString(2, unit.name());
            upsert.setString(3, unit.kind());
            upsert.setString(4, unit.parent());
            upsert.setBoolean(5, unit.active());
            upsert.setLong(6, sequence);
            upsert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("unit could not be recorded", broken);
        }
    }

    public Optional<Unit> find(String code) {
        List<Unit> found = query("select code, name, kind, parent, active from unit where code = ?", code);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
    }

    /** The unit itself and those above it, nearest first; empty where it is unknown. */
    public List<Unit> upwards(String code) {
        return query("""
                with recursive above as (
                    select code, name, kind, parent, active, 0 as height from unit where code = ?
                    union all
                    select unit.code, unit.name, unit.kind, unit.parent, unit.active, above.height + 1
                    from unit join above on unit.code = above.parent where above.height < 20
                ) select code, name, kind, parent, active from above order by height""", code);
    }

    /** Those in use, in order of their codes. */
    public List<Unit> active(int limit) {
        return query("select code, name, kind, parent, active from unit where active order by code limit ?", limit);
    }

    private List<Unit> query(String sql, Object parameter) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, parameter);
            ResultSet rows = query.executeQuery();
            List<Unit> units = new ArrayList<>();
            while (rows.next()) {
                units.add(new Unit(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5)));
            }
            return units;
        } catch (SQLException broken) {
            throw new IllegalStateException("units could not be read", broken);
        }
    }
}
