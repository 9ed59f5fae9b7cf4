package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.intake.application.DailySalt.Salt;
import io.mingjing.evaluation.intake.domain.RadarFlag;
import io.mingjing.evaluation.intake.domain.Sketch;
import io.mingjing.evaluation.intake.persistence.VisitTally;
import io.mingjing.evaluation.place.domain.Catalogue;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stuffing radar (anonymity attack 25): looks at a rating while it is taken in and says what is odd about it. What it
 * counts lives in memory, under the salt of the day, and is gone at midnight; each replica counts what it sees. The
 * address of a sender counts nowhere: a hall has one for all its visitors.
 */
@Singleton
class Radar {

    /** For a city's day of a million raters: some 20 MB with the tokens. */
    private static final int BITS = 19;

    private final DailySalt salts;
    private final PageAges ages;
    private final ServiceHours hours;
    private final VisitTally visits;
    private final BusinessClock clock;
    private final EvaluationConfig.Radar config;
    private volatile @Nullable Memory memory;

    /** One day's counts. A token counts once, however many matters it rates. */
    private record Memory(Salt salt, Sketch tokens, Sketch devices, Map<String, PlaceWatch> places) {

        static Memory of(Salt salt) {
            return new Memory(salt, new Sketch(BITS + 2), new Sketch(BITS), new ConcurrentHashMap<>());
        }
    }

    Radar(
            DailySalt salts,
            PageAges ages,
            ServiceHours hours,
            VisitTally visits,
            BusinessClock clock,
            EvaluationConfig config) {
        this.salts = salts;
        this.ages = ages;
        this.hours = hours;
        this.visits = visits;
        this.clock = clock;
        this.config = config.intake().radar();
    }

    /** What is odd about a rating; nothing is refused for it. */
    Set<RadarFlag> notice(Rated rated, Sender sender, int level) {
        Memory today = memory(salts.today());
        Instant now = clock.now();
        Set<RadarFlag> flags = EnumSet.noneOf(RadarFlag.class);
        boolean newToken = today.tokens().add(today.salt().keyOf(rated.token())) == 1;
        // A kiosk's forms have a nonce each, so it is never one device with many codes; what it says of itself is not
        // asked.
        long device = today.salt().keyOf("device", sender.nonce());
        int codes = today.devices().add(device);
        if (!newToken) {
            today.devices().takeBack(device);
            codes--;
        }
        mark(flags, RadarFlag.DEVICE, codes >= config.deviceCodes());
        mark(flags, RadarFlag.TRAPPED, sender.trapped());
        mark(
                flags,
                RadarFlag.FAST,
                ages.ageOf(sender.nonce())
                        .filter(age -> age.compareTo(config.fastUnder()) < 0)
                        .isPresent());
        mark(flags, RadarFlag.HOURS, hours.areOver(rated, sender, now));
        PlaceWatch place = watch(today, rated.spot().code(), clock.today());
        mark(flags, RadarFlag.VELOCITY, place.hurries(now));
        mark(flags, RadarFlag.FIVE, place.bursts(level, now));
        mark(flags, RadarFlag.MANY, exceedsVisits(today, rated, newToken, now));
        return flags;
    }

    private boolean exceedsVisits(Memory today, Rated rated, boolean newToken, Instant now) {
        if (!(rated.spot() instanceof Catalogue.Window window)) {
            return false;
        }
        PlaceWatch ofDay = watch(today, window.code(), rated.day());
        if (newToken) {
            ofDay.rater();
        }
        // Behind a visit's code there is a visit, so what is too many came with the place's.
        return rated instanceof Rated.OfPlace
                && ofDay.exceeds(
                        () -> visits.at(window.code(), rated.day()).orElse(Long.MAX_VALUE), window.feed(), now);
    }

    private PlaceWatch watch(Memory today, String place, LocalDate day) {
        return today.places().computeIfAbsent(place + " " + day, any -> new PlaceWatch(config));
    }

    private Memory memory(Salt salt) {
        Memory known = memory;
        if (known == null || known.salt() != salt) {
            synchronized (this) {
                known = memory;
                if (known == null || known.salt() != salt) {
                    known = Memory.of(salt);
                    memory = known;
                }
            }
        }
        return known;
    }

    private static void mark(Set<RadarFlag> flags, RadarFlag flag, boolean odd) {
        if (odd) {
            flags.add(flag);
        }
    }
}
