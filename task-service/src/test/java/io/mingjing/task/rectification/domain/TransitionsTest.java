package io.mingjing.task.rectification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × act × party, against a second copy of the table written the other way round: by act. */
class TransitionsTest {

    /** Act: from-states → state after, by whom. A dot stands for the state it was in. */
    private static final String BY_ACT = """
            ISSUE         | DRAFT                                               | ISSUED          | COORDINATOR
            ISSUE_DONE    | DRAFT                                               | CLOSE_REQUESTED | COORDINATOR
            ACCEPT        | ISSUED                                              | ACCEPTED        | LEAD
            HAND_BACK     | ISSUED                                              | HANDED_BACK     | LEAD
            REISSUE       | HANDED_BACK                                         | ISSUED          | COORDINATOR
            PROGRESS      | ACCEPTED IN_PROGRESS RETURNED                       | IN_PROGRESS     | LEAD RESPONSIBLE
            SUSPEND       | ACCEPTED IN_PROGRESS                                | SUSPENDED       | COORDINATOR LEADER_IN_CHARGE
            RESUME        | SUSPENDED                                           | IN_PROGRESS     | COORDINATOR LEADER_IN_CHARGE
            REQUEST_CLOSE | IN_PROGRESS                                         | CLOSE_REQUESTED | LEAD
            VERIFY        | CLOSE_REQUESTED                                     | VERIFIED        | COORDINATOR LEADER_IN_CHARGE
            RETURN        | CLOSE_REQUESTED VERIFIED                            | RETURNED        | COORDINATOR LEADER_IN_CHARGE
            CLOSE         | VERIFIED                                            | CLOSED          | COORDINATOR LEADER_IN_CHARGE
            ACKNOWLEDGE   | ISSUED HANDED_BACK ACCEPTED IN_PROGRESS RETURNED    | .               | LEAD RESPONSIBLE COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            EXTEND        | ISSUED ACCEPTED IN_PROGRESS RETURNED                | .               | COORDINATOR LEADER_IN_CHARGE PRINCIPAL_LEADER
            CANCEL        | ISSUED HANDED_BACK ACCEPTED IN_PROGRESS SUSPENDED RETURNED | CANCELLED | COORDINATOR
            """;

    @ParameterizedTest(name = "{0} × {1} × {2}")
    @MethodSource("everything")
    void everyStateActAndParty(TaskState state, TaskAct act, Party party) {
        Ruling ruling = TaskFixture.inState(state).ruling(act, EnumSet.of(party), "somebody-else", Set.of());

        String[] row = row(act);
        boolean partyEver = words(row[3]).contains(party.name());
        boolean stateEver = words(row[1]).contains(state.name());
        if (!partyEver) {
            assertThat(ruling).isEqualTo(new Ruling.NotTheirs(act));
        } else if (!stateEver) {
            assertThat(ruling).isEqualTo(new Ruling.WrongState(state));
        } else {
            TaskState to = row[2].equals(".") ? state : TaskState.valueOf(row[2]);
            assertThat(ruling).isEqualTo(new Ruling.Allowed(to, Set.of(party)));
        }
    }

    @Test
    void nothingLeadsOutOfAnEnd() {
        assertThat(Transitions.table()).noneMatch(line -> !line.from().open());
    }

    @Test
    void everyStateCanBeReached() {
        Set<TaskState> reached =
                Transitions.table().stream().map(Transitions.Line::to).collect(Collectors.toSet());

        assertThat(EnumSet.complementOf(EnumSet.of(TaskState.DRAFT))).isSubsetOf(reached);
    }

    @ParameterizedTest
    @CsvSource({
        "CLOSE_REQUESTED, VERIFY, true",
        "VERIFIED, CLOSE, true",
        "CLOSE_REQUESTED, RETURN, false",
        "VERIFIED, RETURN, false"
    })
    void whoAskedForCloseOutDoesNotJudgeIt(TaskState state, TaskAct act, boolean refused) {
        Task task = TaskFixture.inState(state);

        Ruling own = task.ruling(act, EnumSet.of(Party.COORDINATOR), TaskFixture.REQUESTER.subject(), Set.of());

        assertThat(own instanceof Ruling.SamePerson).isEqualTo(refused);
    }

    @ParameterizedTest(name = "{0} of poor ratings by {1}: {2}")
    @CsvSource({
        "SUSPEND, COORDINATOR, true",
        "SUSPEND, COORDINATOR LEAD, false",
        "SUSPEND, COORDINATOR LEAD PRINCIPAL_LEADER, true",
        "SUSPEND, LEADER_IN_CHARGE, true",
        "SUSPEND, PRINCIPAL_LEADER, true",
        "EXTEND, COORDINATOR, true",
        "EXTEND, COORDINATOR LEAD, false",
        "EXTEND, LEAD, false",
        "EXTEND, LEAD LEADER_IN_CHARGE, true",
        "CANCEL, COORDINATOR, false",
        "CANCEL, COORDINATOR LEAD, false",
        "CANCEL, LEADER_IN_CHARGE, true",
        "CANCEL, PRINCIPAL_LEADER, true",
        "PROGRESS, COORDINATOR LEAD, true"
    })
    void whoAnswersForPoorRatingsDoesNotPutTheirTaskOffAlone(TaskAct act, String parties, boolean allowed) {
        Set<Party> held = words(parties).stream().map(Party::valueOf).collect(Collectors.toSet());
        Task task = TaskFixture.inState(TaskState.IN_PROGRESS, TaskSource.LEAF);

        Ruling ruling = task.ruling(act, held, "somebody-else", Set.of());

        assertThat(ruling instanceof Ruling.Allowed).isEqualTo(allowed);
        if (!allowed) {
            assertThat(ruling).isEqualTo(new Ruling.NotTheirs(act));
        }
    }

    @Test
    void onlyADraftIsIssued() {
        Task task = TaskFixture.inState(TaskState.CANCELLED);

        assertThatIllegalStateException()
                .isThrownBy(() -> task.issued("GY-KJJ-2026-0001", List.of(), TaskState.ISSUED));
    }

    @Test
    void everyMeasureNeedsEvidenceBeforeCloseOut() {
        Task task = TaskFixture.inState(TaskState.IN_PROGRESS);

        Ruling ruling = task.ruling(TaskAct.REQUEST_CLOSE, EnumSet.of(Party.LEAD), "x", Set.of("1.2", "1.1"));

        assertThat(ruling).isEqualTo(new Ruling.EvidenceMissing(List.of("1.1", "1.2")));
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(TaskState.values()).flatMap(state -> Arrays.stream(TaskAct.values())
                .flatMap(act -> Arrays.stream(Party.values()).map(party -> Arguments.of(state, act, party))));
    }

    private static String[] row(TaskAct act) {
        return BY_ACT.lines()
                .map(line -> line.split(" *\\| *"))
                .filter(cells -> cells[0].equals(act.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(String cell) {
        return List.of(cell.strip().split(" "));
    }
}
