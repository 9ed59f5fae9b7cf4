package io.mingjing.task.intake.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.intake.domain.ClosedLeaf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Which leaf led to which task; one task each. */
@ApplicationScoped
public class LeafTaskRows {

    private final Statements statements;

    LeafTaskRows(Statements statements) {
        this.statements = statements;
    }

    public Optional<UUID> taskOf(UUID leafId) {
        return statements.first(
                "select task_id from leaf_task where leaf_id = ?", row -> row.getObject(1, UUID.class), leafId);
    }

    /** Keeps the pair; a second task for the same leaf violates the key. */
    public void keep(ClosedLeaf leaf, UUID taskId) {
        statements.update(
                """
                insert into leaf_task (leaf_id, task_id, leaf_number, owner_unit, raters, poor, slot)
                values (?, ?, ?, ?, ?, ?, ?)""", leaf.id(), taskId, leaf.number(), leaf.ownerUnit(), leaf.raters(), leaf.poor(), leaf.slot());
    }
}
