package io.mingjing.task.rectification.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which act leads from which state to which, and by whom: the one table (R-077; the sources are silent on who approves).
 * What is not in it cannot be done. An act that leads back to its own state changes something else, such as the clock.
 * Who asked for close-out may neither verify nor close, whatever posts he holds.
 */
public final class Transitions {

    /** One line of the table. */
    public record Line(TaskState from, TaskAct act, TaskState to, Set<Party> by) {}

    private static final List<Line> TABLE = read("""
            DRAFT           ISSUE          ISSUED           COORDINATOR
            DRAFT           ISSUE_DONE     CLOSE_REQUESTED  COORDINATOR

            ISSUED          ACCEPT         ACCEPTED         LEAD
            ISSUED          HAND_BACK      HANDED_BACK      LEAD
            ISSUED          ACKNOWLEDGE    ISSUED           LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            ISSUED          EXTEND         ISSUED           COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            ISSUED          CANCEL         CANCELLED        COORDINATOR

            HANDED_BACK     REISSUE        ISSUED           COORDINATOR
            HANDED_BACK     ACKNOWLEDGE    HANDED_BACK      LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            HANDED_BACK     CANCEL         CANCELLED        COORDINATOR

            ACCEPTED        PROGRESS       IN_PROGRESS      LEAD RESPONSIBLE
            ACCEPTED        SUSPEND        SUSPENDED        COORDINATOR LEADER_IN_CHARGE
            ACCEPTED        ACKNOWLEDGE    ACCEPTED         LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            ACCEPTED        EXTEND         ACCEPTED         COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            ACCEPTED        CANCEL         CANCELLED        COORDINATOR

            IN_PROGRESS     PROGRESS       IN_PROGRESS      LEAD RESPONSIBLE
            IN_PROGRESS     REQUEST_CLOSE  CLOSE_REQUESTED  LEAD
            IN_PROGRESS     SUSPEND        SUSPENDED        COORDINATOR LEADER_IN_CHARGE
            IN_PROGRESS     ACKNOWLEDGE    IN_PROGRESS      LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            IN_PROGRESS     EXTEND         IN_PROGRESS      COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            IN_PROGRESS     CANCEL         CANCELLED        COORDINATOR

            SUSPENDED       RESUME         IN_PROGRESS      COORDINATOR LEADER_IN_CHARGE
            SUSPENDED       CANCEL         CANCELLED        COORDINATOR

            CLOSE_REQUESTED VERIFY         VERIFIED         COORDINATOR LEADER_IN_CHARGE
            CLOSE_REQUESTED RETURN         RETURNED         COORDINATOR LEADER_IN_CHARGE

            RETURNED        PROGRESS       IN_PROGRESS      LEAD RESPONSIBLE
            RETURNED        ACKNOWLEDGE    RETURNED         LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            RETURNED        EXTEND         RETURNED         COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            RETURNED        CANCEL         CANCELLED        COORDINATOR

            VERIFIED        CLOSE          CLOSED           COORDINATOR LEADER_IN_CHARGE
            VERIFIED        RETURN         RETURNED         COORDINATOR LEADER_IN_CHARGE
            """);

    /**
     * By whom instead, for a task from poor ratings: who answers for the ratings does not alone put their task off, and
     * nobody but the leaders drops it. A coordinator who leads the task himself does not count here.
     */
    private static final Map<TaskAct, Set<Party>> OF_POOR_RATINGS = Map.of(
            TaskAct.SUSPEND, EnumSet.of(Party.COORDINATOR, Party.LEADER_IN_CHARGE, Party.PRINCIPAL_LEADER),
            TaskAct.EXTEND, EnumSet.of(Party.COORDINATOR, Party.LEADER_IN_CHARGE, Party.PRINCIPAL_LEADER),
            TaskAct.CANCEL, EnumSet.of(Party.LEADER_IN_CHARGE, Party.PRINCIPAL_LEADER));

    private Transitions() {}

    public static List<Line> table() {
        return TABLE;
    }

    /** Who does an act on tasks of a source, in whatever state. */
    public static Set<Party> doers(TaskAct act, TaskSource source) {
        Set<Party> doers = EnumSet.noneOf(Party.class);
        TABLE.stream().filter(line -> line.act() == act).forEach(line -> doers.addAll(by(line, source)));
        return doers;
    }

    /** Under which of a person's parties he may do a line's act on a task of a source; none where he may not. */
    static Set<Party> as(Line line, TaskSource source, Set<Party> parties) {
        Set<Party> as = EnumSet.noneOf(Party.class);
        by(line, source).stream().filter(parties::contains).forEach(as::add);
        if (isOfPoorRatings(line.act(), source) && parties.contains(Party.LEAD)) {
            as.remove(Party.COORDINATOR);
        }
        return as;
    }

    private static Set<Party> by(Line line, TaskSource source) {
        return isOfPoorRatings(line.act(), source) ? OF_POOR_RATINGS.getOrDefault(line.act(), line.by()) : line.by();
    }

    private static boolean isOfPoorRatings(TaskAct act, TaskSource source) {
        return source == TaskSource.LEAF && OF_POOR_RATINGS.containsKey(act);
    }

    static Optional<Line> of(TaskState from, TaskAct act) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.act() == act)
                .findFirst();
    }

    /** Whether any of these parties may do the act in some state. */
    static boolean everDoneBy(Set<Party> parties, TaskAct act, TaskSource source) {
        return TABLE.stream().filter(line -> line.act() == act).anyMatch(line -> !as(line, source, parties)
                .isEmpty());
    }

    private static List<Line> read(String table) {
        return table.lines()
                .filter(row -> !row.isBlank())
                .map(row -> row.strip().split(" +", 4))
                .map(cell -> new Line(
                        TaskState.valueOf(cell[0]),
                        TaskAct.valueOf(cell[1]),
                        TaskState.valueOf(cell[2]),
                        Arrays.stream(cell[3].split(" "))
                                .map(Party::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Party.class)))))
                .toList();
    }
}
