package io.mingjing.task.clock.domain;

import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.util.List;
import java.util.Set;

/**
 * A step of the ladder.
 *
 * @param number from 0
 * @param offset working days after the due day; negative before it, never 0
 * @param roles whose holders hear at the units that {@code reach} names
 */
public record LadderStep(int number, RungName rung, int offset, Reach reach, List<Role> roles) {

    /** At which units a step is heard. */
    public enum Reach {
        /** The lead sections; where the document names none, the coordinator of the bureau instead. */
        LEAD_UNITS,
        BUREAU
    }

    public LadderStep {
        roles = List.copyOf(roles);
    }

    /** Who hears of this step. */
    public List<Office> offices(ResponsibleOffices responsible) {
        List<String> units =
                switch (reach) {
                    case LEAD_UNITS -> responsible.leadUnits();
                    case BUREAU -> List.of(responsible.bureau());
                };
        if (units.isEmpty()) {
            return List.of(new Office(Role.COORDINATOR, responsible.bureau()));
        }
        return units.stream()
                .flatMap(unit -> roles.stream().map(role -> new Office(role, unit)))
                .toList();
    }

    /** Whether one of the posts is among those who hear of this step. */
    public boolean addresses(ResponsibleOffices responsible, Set<Post> posts) {
        return offices(responsible).stream().anyMatch(office -> office.heldBy(posts));
    }
}
