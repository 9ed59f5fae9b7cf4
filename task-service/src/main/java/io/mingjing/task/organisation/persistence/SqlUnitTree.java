package io.mingjing.task.organisation.persistence;

import io.mingjing.kernel.http.UnitTree;
import io.mingjing.task.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Which unit lies under which, as this service's own table says. The tree is at most three deep, so a walk up by primary
 * key costs less than keeping a copy right in every replica.
 */
@ApplicationScoped
public class SqlUnitTree implements UnitTree {

    private final Statements statements;

    SqlUnitTree(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean covers(String upper, String unit) {
        return statements.first("""
                        with recursive up (code, parent) as (
                            select code, parent from unit where code = ?
                            union
                            select u.code, u.parent from unit u join up on u.code = up.parent
                        )
                        select exists (select 1 from up where code = ?)""", row -> row.getBoolean(1), unit, upper).orElse(false);
    }

    @Override
    public boolean isCity(String unit) {
        return statements
                .first(
                        "select true from unit where code = ? and active and kind in ('CITY', 'CITY_OFFICE')",
                        row -> row.getBoolean(1),
                        unit)
                .orElse(false);
    }

    @Override
    public String nameOf(String unit) {
        return statements
                .first("select name from unit where code = ?", row -> row.getString(1), unit)
                .orElse(unit);
    }

    /** These units and all below them. */
    public List<String> below(Collection<String> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return statements.list("""
                with recursive down (code) as (
                    select code from unit where code = any (?::text[])
                    union
                    select u.code from unit u join down on u.parent = down.code
                )
                select code from down order by code""", row -> row.getString(1), units);
    }

    /** Active bureaus, by code. */
    public List<String> bureaus() {
        return statements.list(
                "select code from unit where kind = 'BUREAU' and active order by code", row -> row.getString(1));
    }
}
