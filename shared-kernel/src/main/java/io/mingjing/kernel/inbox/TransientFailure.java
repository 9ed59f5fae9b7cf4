package io.mingjing.kernel.inbox;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether trying again later can help: the database was away, a lock was contended, a version had moved on. */
final class TransientFailure {

    /** Serialization failure, deadlock, lock not available, query cancelled, too many connections. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "57014", "53300");

    private TransientFailure() {}

    static boolean isOne(Throwable failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && isOne(sql)) {
                return true;
            }
            String name = each.getClass().getSimpleName();
            if (name.startsWith("OptimisticLock") || name.startsWith("StaleObjectState")) {
                return true;
            }
            if (each instanceof RollbackException && each.getCause() == null && each.getSuppressed().length == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || (state == null && String.valueOf(failure.getMessage()).contains("Acquisition timeout"))
                || (state != null && (STATES.contains(state) || state.startsWith("08") || state.startsWith("57P")));
    }
}
