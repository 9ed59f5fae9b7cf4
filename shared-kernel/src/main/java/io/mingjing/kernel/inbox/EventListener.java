package io.mingjing.kernel.inbox;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.Topics;
import java.util.Set;

/** One topic's listener in one service: a bean that the poll loop calls, once for each event, inside a transaction. */
public interface EventListener {

    Set<Topics> topics();

    /**
     * Applies one event: a switch that names every type, then a call into the application.
     *
     * @throws RuntimeException transient failures are tried again; what fails for another reason goes to the dead
     *     letters with its cause
     */
    void on(Envelope envelope);
}
