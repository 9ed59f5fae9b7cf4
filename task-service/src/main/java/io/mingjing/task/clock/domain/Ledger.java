package io.mingjing.task.clock.domain;

import io.mingjing.kernel.calendar.WorkingCalendar;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.clock.domain.LedgerEntry.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that happened to a clock, oldest first, read for what it means to the due day and the ladder. */
public record Ledger(List<LedgerEntry> entries) {

    public Ledger {
        entries = List.copyOf(entries);
    }

    /** The newest entry. */
    public LedgerEntry last() {
        return entries.getLast();
    }

    /** The day the last extension set; it replaces the rule, and pauses before it no longer move it. */
    public Optional<LocalDate> extendedTo() {
        int anchor = anchor();
        return anchor < 0
                ? Optional.empty()
                : Optional.ofNullable(entries.get(anchor).day());
    }

    /** Entries since the clock started or was last extended. */
    public List<LedgerEntry> sinceAnchor() {
        return entries.subList(anchor() + 1, entries.size());
    }

    /** The business moment from which the present plan's claims count: when the clock started or was last extended. */
    public Instant anchoredAt() {
        return entries.get(Math.max(anchor(), 0)).recordedAt();
    }

    /** Pauses since the clock started or was last extended; only the last can still last. */
    public List<Pause> pauses() {
        List<Pause> pauses = new ArrayList<>();
        @Nullable LedgerEntry open = null;
        for (LedgerEntry entry : sinceAnchor()) {
            if (entry.kind() == Kind.PAUSED) {
                open = entry;
            } else if (entry.kind() == Kind.RESUMED && open != null) {
                pauses.add(pause(open, dayOf(entry.at())));
                open = null;
            }
        }
        if (open != null) {
            pauses.add(pause(open, null));
        }
        return pauses;
    }

    /** What made the ladder be planned last. */
    public LedgerEntry lastPlanning() {
        return entries.reversed().stream()
                .filter(entry -> entry.kind().plansAnew())
                .findFirst()
                .orElseThrow();
    }

    /** Whether the clock started when a due day was over, and nothing has opened it anew since. */
    boolean startedAfter(LocalDate due) {
        return !entries.getFirst().recordedAt().isBefore(WorkingCalendar.endOfDay(due))
                && entries.stream().noneMatch(entry -> entry.kind() == Kind.EXTENDED || entry.kind() == Kind.REOPENED);
    }

    /** Whether a step was acknowledged since the clock started or was last extended. */
    public boolean acknowledged(int step) {
        return acknowledgement(step).isPresent();
    }

    Optional<LedgerEntry> acknowledgement(int step) {
        return sinceAnchor().stream()
                .filter(entry -> entry.kind() == Kind.ACKNOWLEDGED && Objects.equals(entry.step(), step))
                .findFirst();
    }

    /** Whether progress was entered after an entry and before a moment. */
    boolean progressed(LedgerEntry after, Instant before) {
        return entries.subList(entries.indexOf(after) + 1, entries.size()).stream()
                .anyMatch(entry -> entry.kind() == Kind.PROGRESSED && entry.at().isBefore(before));
    }

    private int anchor() {
        for (int index = entries.size() - 1; index >= 0; index--) {
            if (entries.get(index).kind() == Kind.EXTENDED) {
                return index;
            }
        }
        return -1;
    }

    private static Pause pause(LedgerEntry paused, @Nullable LocalDate until) {
        return new Pause(dayOf(paused.at()), until, Objects.requireNonNullElse(paused.why(), ""));
    }

    static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.ZONE);
    }
}
