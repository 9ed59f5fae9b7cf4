package io.mingjing.task.clock.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.Quarter;
import io.mingjing.task.clock.domain.TimedTask;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tasks as their clocks know them. */
@ApplicationScoped
public class TimedTaskRepository implements PanacheRepositoryBase<TimedTask, UUID> {

    /**
     * The lock of a task's clocks is the head of its trail, which every change of it takes anyway: whoever changes a task
     * and whoever claims its rungs meet at one row, whichever comes first, and cannot wait for each other in a circle.
     */
    private static final String LOCK = "select 1 from audit_head where aggregate = 'task:' || ? for update";

    private static final String OWING_PROOF = """
            select t.task_id from timed_task t
              join audit_head h on h.aggregate = 'task:' || t.task_id::text
             where t.ongoing and t.open and not t.suspended and t.start_day < ?
               and not exists (select 1 from clock c
                                where c.task_id = t.task_id and c.kind = 'PROOF' and c.period = ?)
             order by t.task_id
             limit ?
               for update of t, h skip locked
            """;

    private final Statements statements;

    TimedTaskRepository(Statements statements) {
        this.statements = statements;
    }

    public void lock(UUID taskId) {
        statements.list(LOCK, row -> true, taskId.toString());
    }

    /** Locks open tasks of 长期坚持 that are not suspended and have no clock for a quarter's proof yet; skips what others hold. */
    public List<UUID> lockOwingProof(Quarter quarter, int limit) {
        return statements.list(
                OWING_PROOF, row -> row.getObject(1, UUID.class), quarter.firstDay(), quarter.toString(), limit);
    }
}
