package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.Ticket;
import io.mingjing.evaluation.code.domain.TicketLayout;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Tickets of place codes. Issuing one stores nothing, here or in the database: the scan of a place code has no effect, and
 * the ticket is spent where a rating with it becomes a row of the intake.
 */
@ApplicationScoped
public class Tickets {

    private static final String USE = "ticket";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CodeSigning signing;
    private final BusinessClock clock;

    Tickets(CodeSigning signing, BusinessClock clock) {
        this.signing = signing;
        this.clock = clock;
    }

    /**
     * A new ticket of today.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    public String issue(PostedCode code) {
        byte[] token = new byte[VisitCode.TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return issue(code, token);
    }

    /**
     * A new ticket of today with a token id of the caller's: the self-test marks its own so.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    public String issue(PostedCode code, byte[] token) {
        RingKey key = signing.active(KeyPurpose.TICKET);
        byte[] signed = TicketLayout.signed(key.kid(), new Ticket(token, code.number(), clock.today()));
        return TicketLayout.text(signed, signing.mac(key, USE, signed));
    }

    /**
     * Reads a ticket; empty where it is not ours, was made with a key that was revoked, or its last day is over. Whether
     * its code still takes ratings is for {@link PostedCodes#of} to say.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    public Optional<Ticket> read(String text) {
        return TicketLayout.parse(text)
                .filter(parts -> signing.isOurs(KeyPurpose.TICKET, parts.kid(), USE, parts.signed(), parts.mac()))
                .map(TicketLayout.Parts::ticket)
                .filter(ticket -> !clock.today().isAfter(ticket.expDay()));
    }
}
