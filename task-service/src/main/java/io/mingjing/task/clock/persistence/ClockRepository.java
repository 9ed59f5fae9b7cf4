package io.mingjing.task.clock.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.clock.domain.Clock;
import io.mingjing.task.clock.domain.ClockState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Clocks with their ledgers. */
@ApplicationScoped
public class ClockRepository implements PanacheRepositoryBase<Clock, UUID> {

    private static final String STALE = """
            select c.id from clock c
              join audit_head h on h.aggregate = 'task:' || c.task_id::text
             where c.edition < ? and c.state in ('RUNNING', 'PAUSED')
             order by c.edition, c.id
             limit ?
               for update of c, h skip locked
            """;

    private static final String GOING =
            "select id from clock where state in ('RUNNING', 'PAUSED') and id > ? order by id limit ?";

    private final Statements statements;

    ClockRepository(Statements statements) {
        this.statements = statements;
    }

    /** Clocks of a task in one of the states, the one due first before the others. */
    public List<Clock> ofTask(UUID taskId, Collection<ClockState> states) {
        return list(
                "from Clock c left join fetch c.entries where c.taskId = ?1 and c.state in ?2"
                        + " order by c.dueAt nulls last, c.kind, c.period",
                taskId,
                states);
    }

    /** Clocks that have not ended, in order of their id, after one of them. */
    public List<Clock> going(UUID after, int limit) {
        return withLedgers(statements.list(GOING, row -> row.getObject(1, UUID.class), after, limit));
    }

    /** Locks clocks whose due day an older edition of the calendar gave; skips what others hold. */
    public List<Clock> lockStale(long edition, int limit) {
        List<UUID> ids = statements.list(STALE, row -> row.getObject(1, UUID.class), edition, limit);
        return withLedgers(ids);
    }

    private List<Clock> withLedgers(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : list("from Clock c left join fetch c.entries where c.id in ?1 order by c.id", ids);
    }
}
