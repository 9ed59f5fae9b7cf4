package io.mingjing.task.rectification.persistence;

import io.mingjing.task.rectification.domain.Task;
import io.mingjing.task.rectification.domain.TaskSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tasks in the database. */
@ApplicationScoped
public class TaskRepository implements PanacheRepositoryBase<Task, UUID> {

    /** A task, locked until the transaction ends: acts on one task follow each other. */
    public Optional<Task> lock(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What came from one plan or leaf, in its order. */
    public List<Task> from(TaskSource source, UUID sourceId) {
        return list("origin.source = ?1 and origin.sourceId = ?2 order by origin.item", source, sourceId);
    }
}
