package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.domain.SpotKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register as pages show it: halls with what is in them, and places with owner, staff and devices of a day. */
@ApplicationScoped
public class PlaceSheets {

    /**
     * A hall in a list.
     *
     * @param unit name of the unit that runs it; null where the city does
     * @param below halls directly below it
     * @param places windows and points in it, without those of the halls below
     */
    public record HallRow(
            String code,
            String name,
            HallLevel level,
            @Nullable String unit,
            int below,
            int places) {}

    /**
     * A place in a list.
     *
     * @param owner name of the unit that owns it on the day
     * @param staff name of whoever holds the window on the day; null where nobody does
     * @param devices devices at it that are not withdrawn
     * @param troubled those of them that are out of order or silent
     */
    public record SpotRow(
            String code,
            SpotKind kind,
            String name,
            String owner,
            boolean feed,
            boolean showsCard,
            @Nullable String staff,
            int devices,
            int troubled) {}

    private static final String HALLS = """
            select h.code, h.name, h.level, coalesce(u.name, h.unit),
                (select count(*) from hall b where b.parent = h.code),
                (select count(*) from service_window w where w.hall = h.code)
                    + (select count(*) from rating_point p where p.hall = h.code)
            from hall h left join unit u on u.code = h.unit
            where h.parent is not distinct from ? and h.code > ? order by h.code limit ?""";

    private static final String SPOTS = """
            with today as (select ?::date as day, ?::date as silent_before),
            place as (
                select code, 'WINDOW' as kind, name, feed, shows_card from service_window
                where hall is not distinct from ?
                union all
                select code, kind, name, false, false from rating_point where hall is not distinct from ?
            )
            select p.code, p.kind, p.name, coalesce(u.name, o.unit), p.feed, p.shows_card, s.name, d.devices, d.troubled
            from today t cross join place p
            left join lateral (
                select unit from (
                    select unit, from_day from window_owner where window_code = p.code
                    union all
                    select unit, from_day from point_owner where point_code = p.code) owners
                where from_day <= t.day order by from_day desc limit 1) o on true
            left join unit u on u.code = o.unit
            left join lateral (
                select staff_code from staff_turn where window_code = p.code and from_day <= t.day
                order by from_day desc limit 1) turn on true
            left join window_staff s on s.code = turn.staff_code
            left join lateral (
                select count(*) as devices, count(*) filter (where status = 'OUT_OF_ORDER'
                    or last_seen is null or last_seen < t.silent_before) as troubled
                from device where place = p.code and status <> 'WITHDRAWN') d on true
            where p.code > ? order by p.code limit ?""";

    private final AgroalDataSource database;

    PlaceSheets(AgroalDataSource database) {
        this.database = database;
    }

    /** Halls directly below one, or those of the highest level, in order of their codes. */
    public List<HallRow> halls(@Nullable String parent, String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(HALLS)) {
            query.setString(1, parent);
            query.setString(2, after);
            query.setInt(3, limit);
            ResultSet rows = query.executeQuery();
            List<HallRow> halls = new ArrayList<>();
            while (rows.next()) {
                halls.add(new HallRow(
                        rows.getString(1),
                        rows.getString(2),
                        HallLevel.valueOf(rows.getString(3)),
                        rows.getString(4),
                        rows.getInt(5),
                        rows.getInt(6)));
            }
            return halls;
        } catch (SQLException broken) {
            throw new IllegalStateException("halls could not be read", broken);
        }
    }

    /**
     * Windows and points of a hall, or the points that are in none, in order of their codes.
     *
     * @param silentBefore devices last seen before this day are silent
     */
    public List<SpotRow> spots(
            LocalDate today, LocalDate silentBefore, @Nullable String hall, String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(SPOTS)) {
            query.setObject(1, today);
            query.setObject(2, silentBefore);
            query.setString(3, hall);
            query.setString(4, hall);
            query.setString(5, after);
            query.setInt(6, limit);
            ResultSet rows = query.executeQuery();
            List<SpotRow> spots = new ArrayList<>();
            while (rows.next()) {
                spots.add(new SpotRow(
                        rows.getString(1),
                        SpotKind.valueOf(rows.getString(2)),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getBoolean(6),
                        rows.getString(7),
                        rows.getInt(8),
                        rows.getInt(9)));
            }
            return spots;
        } catch (SQLException broken) {
            throw new IllegalStateException("places could not be read", broken);
        }
    }
}
