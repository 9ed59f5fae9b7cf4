package io.mingjing.task.plan.persistence;

import io.mingjing.task.plan.domain.Plan;
import io.mingjing.task.plan.domain.PlanState;
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
     * @param published published ones of these bureaus; null means of all
     * @param drafts drafts of these bureaus
     */
    public List<Plan> page(
            @Nullable Collection<String> published, Collection<String> drafts, @Nullable After after, int rows) {
        StringBuilder where = new StringBuilder("(bureau in :drafts or (state = :published");
        Parameters values = Parameters.with("drafts", drafts).and("published", PlanState.PUBLISHED);
        if (published != null) {
            where.append(" and bureau in :bureaus");
            values.and("bureaus", published);
        }
        where.append("))");
        if (after != null) {
            where.append(" and (importedAt < :at or (importedAt = :at and id < :id))");
            values.and("at", after.importedAt()).and("id", after.id());
        }
        return find(where + " order by importedAt desc, id desc", values)
                .range(0, rows - 1)
                .list();
    }
}
