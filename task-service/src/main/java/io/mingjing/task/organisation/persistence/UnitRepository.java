package io.mingjing.task.organisation.persistence;

import io.mingjing.task.organisation.domain.Unit;
import io.mingjing.task.organisation.domain.UnitKind;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units in the database. */
@ApplicationScoped
public class UnitRepository implements PanacheRepositoryBase<Unit, String> {

    /** Active units directly under another, in order of their codes. */
    public List<Unit> under(String parent) {
        return list("parent = ?1 and active order by code", parent);
    }

    /** Active units of one kind directly under another, in order of their codes. */
    public List<Unit> under(String parent, UnitKind kind) {
        return list("parent = ?1 and kind = ?2 and active order by code", parent, kind);
    }

    public Optional<Unit> named(String name, @Nullable String parent) {
        return parent == null
                ? find("name = ?1 and parent is null and active", name).firstResultOptional()
                : find("name = ?1 and parent = ?2 and active", name, parent).firstResultOptional();
    }

    public List<Unit> withCodes(Collection<String> codes) {
        return list("code in ?1", codes);
    }

    /** A page of units after a code. */
    public List<Unit> page(@Nullable String afterCode, int rows) {
        return find("code > ?1 order by code", afterCode == null ? "" : afterCode)
                .range(0, rows - 1)
                .list();
    }
}
