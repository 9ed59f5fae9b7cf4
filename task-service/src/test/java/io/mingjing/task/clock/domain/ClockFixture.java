package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.StartDay;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.LedgerEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Ledgers and ladders for tests; moments are written as local time. */
public final class ClockFixture {

    public static final ActedBy SOMEBODY = new ActedBy("u-1", "某人（演示）", "coordinator@GY-KJJ");

    private final List<LedgerEntry> entries = new ArrayList<>();

    private ClockFixture() {}

    public static ClockFixture startedOn(String moment) {
        return new ClockFixture().entry(Kind.STARTED, moment, null, null);
    }

    public ClockFixture paused(String moment) {
        return entry(Kind.PAUSED, moment, null, null);
    }

    public ClockFixture resumed(String moment) {
        return entry(Kind.RESUMED, moment, null, null);
    }

    public ClockFixture extended(String moment, String newDueDay) {
        return entry(Kind.EXTENDED, moment, LocalDate.parse(newDueDay), null);
    }

    public ClockFixture acknowledged(String moment, int step) {
        return entry(Kind.ACKNOWLEDGED, moment, null, step);
    }

    public ClockFixture progressed(String moment) {
        return entry(Kind.PROGRESSED, moment, null, null);
    }

    public ClockFixture reopened(String moment) {
        return entry(Kind.REOPENED, moment, null, null);
    }

    public ClockFixture recomputed(String moment) {
        return entry(Kind.RECOMPUTED, moment, null, null);
    }

    public Ledger ledger() {
        return new Ledger(entries);
    }

    public static Instant at(String localMoment) {
        return LocalDateTime.parse(localMoment).atZone(BusinessClock.ZONE).toInstant();
    }

    public static ClockRule.WorkingDayBudget days(String from, int days) {
        return new ClockRule.WorkingDayBudget(LocalDate.parse(from), days, StartDay.EXCLUDED);
    }

    public static ClockRule until(String day) {
        return new ClockRule.UntilDay(LocalDate.parse(day));
    }

    /** The delivered policy. */
    public static Ladder ladder() {
        List<Role> section = List.of(Role.SECTION_HEAD, Role.SECTION);
        return new Ladder(
                1,
                2,
                List.of(
                        new LadderStep(0, RungName.DUE_SOON, -2, LadderStep.Reach.LEAD_UNITS, section),
                        new LadderStep(1, RungName.OVERDUE, 1, LadderStep.Reach.LEAD_UNITS, section),
                        new LadderStep(
                                2,
                                RungName.LEADER_IN_CHARGE,
                                3,
                                LadderStep.Reach.BUREAU,
                                List.of(Role.LEADER_IN_CHARGE)),
                        new LadderStep(
                                3,
                                RungName.PRINCIPAL_LEADER,
                                5,
                                LadderStep.Reach.BUREAU,
                                List.of(Role.PRINCIPAL_LEADER))));
    }

    private ClockFixture entry(Kind kind, String moment, LocalDate day, Integer step) {
        entries.add(new LedgerEntry(kind, at(moment), at(moment), day, step, "依据", SOMEBODY));
        return this;
    }
}
