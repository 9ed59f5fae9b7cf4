package io.mingjing.task.plan.persistence;

import io.mingjing.task.plan.domain.Plan;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans in the database. */
@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    /** Where a list goes on: behind this plan. */
    public record After(Instant importedAt, UUID id) {}

    /** A plan, locked until the transaction ends. */
    public Optional<Plan> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * A page of plans, newest first.
     *
     * @param bureaus only of these; null means of all
     */
    public List<Plan> page(@Nullable Collection<String> bureaus, @Nullable After after, int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Parameters values = new Parameters();
        if (bureaus != null) {
            where.append(" and bureau in :bureaus");
            values.and("bureaus", bureaus);
        }
        if (after != null) {
            where.append(" and (importedAt < :at or (importedAt = :at and id < :id))");
            values.and("at", after.importedAt()).and("id", after.id());
        }
        return find(where + " order by importedAt desc, id desc", values)
                .range(0, rows - 1)
                .list();
    }
}
