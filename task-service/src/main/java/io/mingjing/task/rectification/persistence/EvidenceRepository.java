package io.mingjing.task.rectification.persistence;

import io.mingjing.task.rectification.domain.Evidence;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Evidence in the database. */
@ApplicationScoped
public class EvidenceRepository implements PanacheRepositoryBase<Evidence, UUID> {

    /** Evidence of a task, in the order it was handed in. */
    public List<Evidence> of(UUID taskId) {
        return list("taskId = ?1 order by givenAt, id", taskId);
    }
}
