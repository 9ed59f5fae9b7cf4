package io.mingjing.evaluation.office.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order of the city office's own (自办单, anonymity rule K9), opened from its seal.
 *
 * @param number human number, such as 自办-2026-0007
 * @param poor whether there is something to do: a row of a rating that was not poor is kept all the same and shown to nobody
 * @param leafId the city leaf it is about; null for a rating that no leaf took in time
 * @param subject of such a rating what the city office may see; null for a leaf
 * @param opened day of the slot it was opened at
 * @param due last day of its limit, included
 * @param done null while it is open
 */
public record CityOrder(
        UUID id,
        String number,
        boolean poor,
        @Nullable UUID leafId,
        @Nullable String leafNumber,
        @Nullable Subject subject,
        LocalDate opened,
        LocalDate due,
        @Nullable Done done) {

    /** A poor rating as the city office sees it: no matter, no visit, no time but the day. */
    public record Subject(
            String place,
            String ownerUnit,
            LocalDate day,
            int level,
            List<String> reasons,
            @Nullable String note) {

        public Subject {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What came of it.
     *
     * @param passedOn whether the unit was given a task for it (转办); what came of that, the task says
     */
    public record Done(String result, String subject, String name, String post, Instant at, boolean passedOn) {}

    /** Where an order stands. */
    public enum State {
        OPEN,
        DONE,
        /** The unit has a task for it (转办). */
        PASSED_ON
    }

    public State state() {
        Done how = done;
        return how == null ? State.OPEN : how.passedOn() ? State.PASSED_ON : State.DONE;
    }

    public CityOrder completed(Done how) {
        return new CityOrder(id, number, poor, leafId, leafNumber, subject, opened, due, how);
    }

    public boolean late(LocalDate today) {
        return done == null && today.isAfter(due);
    }

    /** Says nothing of what is sealed. */
    @Override
    public String toString() {
        return "CityOrder[opened]";
    }
}
