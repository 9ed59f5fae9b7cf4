package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where every accepted rating is: for operations, so without place and level. */
@Path("/api/v1/intake/balance")
public class BalanceResource {

    /** accepted = pending + mixed + quarantined + tested, always. */
    public record BalanceView(
            long accepted, long pending, long mixed, long quarantined, long tested, boolean balanced) {}

    private final IntakeBalance balance;

    BalanceResource(IntakeBalance balance) {
        this.balance = balance;
    }

    @GET
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Count accepted ratings and where they are")
    public BalanceView now() {
        IntakeBalance.Balance now = balance.now();
        return new BalanceView(
                now.accepted(), now.pending(), now.mixed(), now.quarantined(), now.tested(), now.balanced());
    }
}
