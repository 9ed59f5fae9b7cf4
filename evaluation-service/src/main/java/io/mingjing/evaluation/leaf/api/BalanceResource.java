package io.mingjing.evaluation.leaf.api;

import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where every accepted rating is: for the city's operations, so without place and level. Nobody else: whoever polls it sees
 * the second in which somebody rated.
 */
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
    private final CityPosts city;
    private final Actor actor;

    BalanceResource(IntakeBalance balance, CityPosts city, Actor actor) {
        this.balance = balance;
        this.city = city;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Tell how many ratings were accepted and where they are")
    public BalanceView now() {
        requireCity();
        return BalanceView.of(balance.now());
    }

    @GET
    @Path("/recount")
    @AllowedTo(Role.OPERATIONS)
    @Operation(summary = "Count every rating where it lies; slow, and must say the same as the balance")
    public BalanceView recount() {
        requireCity();
        return BalanceView.of(balance.recount());
    }

    private void requireCity() {
        if (city.heldBy(actor, Set.of(Role.OPERATIONS)).isEmpty()) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN, "收评平衡只供市级系统运维查看", "The balance is for the city's operations only");
        }
    }
}
