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
            long accepted, long pending, long mixed, long quarantined, long tested, boolean balanced) {

        static BalanceView of(IntakeBalance.Balance found) {
            return new BalanceView(
                    found.accepted(),
                    found.pending(),
                    found.mixed(),
                    found.quarantined(),
                    found.tested(),
                    found.balanced());
        }
    }

    private final IntakeBalance balance;

    BalanceResource(IntakeBalance balance) {
        this.balance = balance;
    }

    @GET
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Tell how many ratings were accepted and where they are")
    public BalanceView now() {
        return BalanceView.of(balance.now());
    }

    @GET
    @Path("/recount")
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Count every rating where it lies; slow, and must say the same as the balance")
    public BalanceView recount() {
        return BalanceView.of(balance.recount());
    }
}
