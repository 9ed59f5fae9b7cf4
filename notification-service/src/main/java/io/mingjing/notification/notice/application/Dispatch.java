package io.mingjing.notification.notice.application;

import io.mingjing.notification.notice.domain.EndCause;
import io.mingjing.notification.notice.domain.Notice;
import java.time.Instant;

/**
 * What deciding needs of sending: to be told that there is something to send, and that there no longer is. Everything here
 * joins the caller's transaction and none of it sends: a dead mail server can neither stop nor repeat a decision.
 */
public interface Dispatch {

    /** Lays the notice into the recipient's inbox and queues it for the other channels. */
    void queue(Notice notice, Instant at);

    /** Takes back what has not been sent. */
    void withdraw(Notice notice, EndCause cause, Instant at);

    /** Enters into the ledger that the recipient opened the notice. */
    void wasRead(Notice notice, Instant at);

    /** Enters into the ledger that the step was acknowledged. */
    void wasAcknowledged(Notice notice, Instant at);
}
