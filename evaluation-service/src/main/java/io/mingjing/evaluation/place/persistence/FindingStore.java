package io.mingjing.evaluation.place.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.place.domain.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with the register, worked out when it is asked for: what was put right is gone at once. */
@ApplicationScoped
public class FindingStore {

    private static final String FINDINGS = """
            with recursive today as (select ?::date as day, ?::date as silent_before),
            owned as (
                select s.code, coalesce(w.name, p.name) as name, w.shows_card, coalesce(
                    (select o.unit from window_owner o, today t where o.window_code = s.code and o.from_day <= t.day
                     order by o.from_day desc limit 1),
                    (select o.unit from point_owner o, today t where o.point_code = s.code and o.from_day <= t.day
                     order by o.from_day desc limit 1)) as unit
                from spot s left join service_window w on w.code = s.code left join rating_point p on p.code = s.code
            ),
            procedure as (
                select m.code, m.name, m.contradictory,
                    (select o.unit from matter_owner o, today t where o.matter_code = m.code and o.from_day <= t.day
                     order by o.from_day desc limit 1) as unit
                from matter m
            ),
            reach as (
                select code from unit where code = any (?)
                union
                select below.code from unit below join reach on below.parent = reach.code
            ),
            finding as (
                select case when d.status = 'IN_USE' then 'DEVICE_SILENT' else 'DEVICE_OUT_OF_ORDER' end as kind,
                    d.serial as code, o.name, o.unit
                from device d join owned o on o.code = d.place, today t
                where d.status = 'OUT_OF_ORDER'
                   or (d.status = 'IN_USE' and (d.last_seen is null or d.last_seen < t.silent_before))
                union all
                select 'MATTER_LIMITS', code, name, unit from procedure where contradictory
                union all
                select 'MATTER_OWNER_GONE', p.code, p.name, p.unit from procedure p
                where p.unit is not null and not exists (select 1 from unit u where u.code = p.unit and u.active)
                union all
                select 'PLACE_OWNER_GONE', o.code, o.name, o.unit from owned o
                where not exists (select 1 from unit u where u.code = o.unit and u.active)
                union all
                select 'WINDOW_WITHOUT_CARD', o.code, o.name, o.unit from owned o, today t
                where o.shows_card and (select turn.staff_code from staff_turn turn
                    where turn.window_code = o.code and turn.from_day <= t.day
                    order by turn.from_day desc limit 1) is null
            )
            select kind, code, name, unit from finding
            where (? or unit in (select code from reach)) and (kind, code) > (?, ?)
            order by kind, code limit ?""";

    private final AgroalDataSource database;

    FindingStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Findings in order of kind and code.
     *
     * @param silentBefore devices last seen before this day are silent
     * @param all whether those of all units; otherwise of the units given and what lies below them
     */
    public List<Finding> after(
            LocalDate today,
            LocalDate silentBefore,
            boolean all,
            Collection<String> units,
            String kind,
            String code,
            int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FINDINGS)) {
            query.setObject(1, today);
            query.setObject(2, silentBefore);
            query.setArray(3, connection.createArrayOf("text", units.toArray()));
            query.setBoolean(4, all);
            query.setString(5, kind);
            query.setString(6, code);
            query.setInt(7, limit);
            ResultSet rows = query.executeQuery();
            List<Finding> findings = new ArrayList<>();
            while (rows.next()) {
                findings.add(new Finding(
                        Finding.Kind.valueOf(rows.getString(1)),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4)));
            }
            return findings;
        } catch (SQLException broken) {
            throw new IllegalStateException("findings could not be read", broken);
        }
    }
}
