package io.mingjing.evaluation.place.persistence;

import io.mingjing.evaluation.place.domain.Hall;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The registered halls, by their official code. */
@ApplicationScoped
public class HallRepository implements PanacheRepositoryBase<Hall, String> {

    /** In order of their codes. */
    public List<Hall> after(String code, int limit) {
        return find("code > ?1 order by code", code).page(0, limit).list();
    }

    /** Those directly below one, or with none above, in order of their codes. */
    public List<Hall> below(@Nullable String parent, String after, int limit) {
        var found = parent == null
                ? find("details.parent is null and code > ?1 order by code", after)
                : find("details.parent = ?1 and code > ?2 order by code", parent, after);
        return found.page(0, limit).list();
    }

    /** All directly below one. */
    public List<Hall> below(String parent) {
        return list("details.parent = ?1 order by code", parent);
    }

    /** Those of the halls that are registered, locked in order of their codes until the transaction ends. */
    public List<Hall> lock(Collection<String> codes) {
        return find("code in ?1 order by code", codes)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
