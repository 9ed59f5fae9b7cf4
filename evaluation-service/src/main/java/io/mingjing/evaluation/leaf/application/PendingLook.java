package io.mingjing.evaluation.leaf.application;

import io.mingjing.kernel.http.Role;
import java.util.Set;

/**
 * What pending boxes may be opened for, and by whom (anonymity §5). Each look leaves its own mark in the trail.
 *
 * @param aggregate the chain of the trail that its views stand in
 * @param action what the trail says of a view
 * @param roles roles of the city that may look; the same role at a bureau may not
 * @param zh what whoever else asks is told
 */
public record PendingLook(String aggregate, String action, Set<Role> roles, String zh, String en) {

    public PendingLook {
        roles = Set.copyOf(roles);
    }
}
