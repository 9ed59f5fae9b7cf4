package io.mingjing.notification.recipient.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Units (单位、科室) as the organisation's events last described them. */
@ApplicationScoped
public class Units {

    private final Session session;

    Units(Session session) {
        this.session = session;
    }

    /** Takes a record over, unless a newer one of the same unit is already there. */
    public void put(String code, String name, String kind, @Nullable String parent, boolean active, long sequence) {
        session.createNativeMutationQuery("""
                insert into unit (code, name, kind, parent, active, sequence)
                values (:code, :name, :kind, :parent, :active, :sequence)
                on conflict (code) do update
                set name = excluded.name, kind = excluded.kind, parent = excluded.parent,
                    active = excluded.active, sequence = excluded.sequence
                where unit.sequence < excluded.sequence""")
                .setParameter("code", code)
                .setParameter("name", name)
                .setParameter("kind", kind)
                .setParameter("parent", parent, String.class)
                .setParameter("active", active)
                .setParameter("sequence", sequence)
                .executeUpdate();
    }

    /** A unit and those above it, nearest first, inactive ones left out; empty where the unit is unknown. */
    public List<String> upwards(String unit) {
        return session.createNativeQuery("""
                with recursive line as (
                    select code, parent, active, 0 as depth from unit where code = :unit
                    union all
                    select above.code, above.parent, above.active, line.depth + 1
                    from unit above join line on above.code = line.parent
                ) cycle code set looped using path
                select code from line where active and not looped order by depth""", String.class)
                .setParameter("unit", unit)
                .getResultList();
    }

    /** Whether one unit is the other or lies above it; an unknown unit lies under none. */
    public boolean covers(String upper, String unit) {
        return session.createNativeQuery("""
                with recursive line as (
                    select code, parent from unit where code = :unit
                    union
                    select above.code, above.parent from unit above join line on above.code = line.parent
                )
                select exists (select from line where code = :upper)""", Boolean.class)
                .setParameter("unit", unit)
                .setParameter("upper", upper)
                .getSingleResult();
    }

    /** Whether the unit is the city itself or its office; an unknown unit is neither. */
    @ActivateRequestContext
    public boolean isCity(String unit) {
        return session.createNativeQuery(
                        "select exists (select from unit where code = :unit and active and kind in ('CITY', 'CITY_OFFICE'))",
                        Boolean.class)
                .setParameter("unit", unit)
                .getSingleResult();
    }

    /** These units and all below them. */
    public List<String> under(Collection<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery("""
                with recursive tree as (
                    select code from unit where code in (:units)
                    union
                    select below.code from unit below join tree on below.parent = tree.code
                )
                select code from tree""", String.class)
                .setParameterList("units", units)
                .getResultList();
    }

    /** City offices (市营商办) directly under one of the units. */
    public List<String> cityOfficesUnder(List<String> units) {
        return session.createNativeQuery(
                        "select code from unit where kind = 'CITY_OFFICE' and active and parent in (:units) order by code",
                        String.class)
                .setParameterList("units", units)
                .getResultList();
    }

    /** The name; the code where the unit is unknown. */
    public String nameOf(String unit) {
        return session.createNativeQuery("select name from unit where code = :unit", String.class)
                .setParameter("unit", unit)
                .uniqueResultOptional()
                .orElse(unit);
    }
}
