package io.mingjing.evaluation.leaf.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.leaf.domain.Slot;
import io.mingjing.evaluation.leaf.domain.SlotSchedule;
import io.mingjing.evaluation.leaf.persistence.MixerLease;
import io.mingjing.evaluation.leaf.persistence.SlotRuns;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sees to it that each slot is run once it is due, by one process. A new system begins with the slot after its first
 * look; a slot that was missed (the service was down, the keys were missing) is made up for, see {@link SlotSchedule#due}.
 */
@ApplicationScoped
public class SlotWatch {

    private final BusinessClock clock;
    private final Calendars calendars;
    private final ServiceKeys keys;
    private final MixerLease lease;
    private final SlotRuns runs;
    private final Mixer mixer;
    private final SlotBooks books;
    private final SlotFollowing following;
    private final UUID holder;
    private final AtomicLong secondsBehind;
    private final AtomicReference<LocalDate> told = new AtomicReference<>();

    SlotWatch(
            BusinessClock clock,
            Calendars calendars,
            ServiceKeys keys,
            MixerLease lease,
            SlotRuns runs,
            Mixer mixer,
            SlotBooks books,
            SlotFollowing following,
            Ids ids,
            MeterRegistry metrics) {
        this.clock = clock;
        this.calendars = calendars;
        this.keys = keys;
        this.lease = lease;
        this.runs = runs;
        this.mixer = mixer;
        this.books = books;
        this.following = following;
        this.holder = ids.next();
        this.secondsBehind = metrics.gauge("mingjing_mixer_seconds_behind", new AtomicLong());
    }

    /** Runs the slot that is due, if one is. */
    public void look() {
        OptionalLong epoch = lease.take(holder);
        if (epoch.isEmpty()) {
            return;
        }
        SlotSchedule schedule = new SlotSchedule(calendars.current());
        Instant now = clock.now();
        Optional<LocalDate> last = runs.lastFinished();
        if (last.isEmpty()) {
            LocalDate before = schedule.lastDay(now);
            runs.finish(before, epoch.getAsLong());
            told.set(before);
            return;
        }
        Optional<Slot> due = schedule.due(last.get(), now);
        secondsBehind.set(due.map(slot -> now.getEpochSecond() - slot.at().getEpochSecond())
                .orElse(0L));
        if (due.isPresent() && !keysAreThere()) {
            // Without keys no box is bad and none may be judged: the slot waits, for this process or one that has them.
            lease.giveBack(holder);
        } else if (due.isPresent()) {
            LocalDate day = due.get().day();
            runs.begin(day, epoch.getAsLong());
            mixer.run(due.get(), epoch.getAsLong());
            runs.finish(day, epoch.getAsLong());
            books.close(day);
            tell(day, epoch.getAsLong());
        } else {
            tell(last.get(), epoch.getAsLong());
        }
    }

    /** Asks for them itself, so that a slot that waits for keys is run at the first look after they came. */
    private boolean keysAreThere() {
        return keys.areThere() || (keys.refresh() && keys.areThere());
    }

    /** Once for each slot in the life of a process: who was cut off by its end is told by the next one. */
    private void tell(LocalDate day, long epoch) {
        if (!day.equals(told.get())) {
            following.tell(day, epoch);
            told.set(day);
        }
    }

    /** Lets another process go on at once. */
    public void leave() {
        lease.giveBack(holder);
    }
}
