package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;

import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.MixingWorld;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Days of visits at many windows, most of them rated a little later, one transaction each as in a quiet hall; then the
 * slot. Every rating carries its truth where only sealed content has it: as its matter and in its note.
 */
@ApplicationScoped
public class RatedCity {

    /** A word that stands in no file unless a rating does. */
    static final String TRUTH = "Truth";

    private static final String CGK = "GY-KJJ-CGK";
    private static final int VISITS = 13;
    private static final int RATE_PERCENT = 85;
    private static final int POOR_PERCENT = 8;

    private final MixingWorld world;
    private final Random chance = new Random(20260319);
    private final Map<String, KnownRater> raters = new LinkedHashMap<>();

    RatedCity(MixingWorld world) {
        this.world = world;
    }

    /**
     * Lives through some working days.
     *
     * @param beforeSlot what an attacker does shortly before each slot
     * @param evening what he does after it
     */
    Collection<KnownRater> live(
            int windows,
            int days,
            Consumer<Collection<KnownRater>> beforeSlot,
            Consumer<Collection<KnownRater>> evening) {
        raters.clear();
        List<String> codes = IntStream.range(0, windows)
                .mapToObj(n -> world.windowDrawn(true, DAY, CGK))
                .toList();
        LocalDate day = DAY;
        for (int worked = 0; worked < days; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                visits(codes, day);
                beforeSlot.accept(raters.values());
                world.slot(day);
                evening.accept(raters.values());
                worked++;
            }
        }
        return raters.values();
    }

    private void visits(List<String> windows, LocalDate day) {
        record Rating(String window, int visit) {}
        Deque<Rating> onTheirWay = new ArrayDeque<>();
        List<Integer> served = new ArrayList<>();
        IntStream.range(0, windows.size() * VISITS).forEach(served::add);
        Collections.shuffle(served, chance);
        for (int each : served) {
            String window = windows.get(each % windows.size());
            int visit = each / windows.size() + 1;
            world.serve(window, CGK, day, visit, visit, true);
            if (chance.nextInt(100) < RATE_PERCENT) {
                onTheirWay.add(new Rating(window, visit));
            }
            if (onTheirWay.size() > 1 + chance.nextInt(10)) {
                Rating next = onTheirWay.remove();
                rate(next.window(), day, next.visit());
            }
        }
        onTheirWay.forEach(rating -> rate(rating.window(), day, rating.visit()));
    }

    private void rate(String window, LocalDate day, int visit) {
        String truth = TRUTH + "%06d".formatted(raters.size());
        int level = chance.nextInt(100) < POOR_PERCENT ? 1 : 5;
        RatingRecord plain = world.rating(window, CGK, day, visit, truth, level);
        RatingRecord noted = new RatingRecord(
                plain.level(),
                plain.reasons(),
                plain.matter(),
                plain.raterType(),
                plain.pf(),
                plain.receiptHash(),
                plain.visitTag(),
                plain.stream(),
                plain.marks(),
                truth + " waited long",
                plain.visitDay(),
                plain.ownerUnit(),
                plain.matterUnit(),
                plain.scaleVersion());
        world.rate(window, noted);
        raters.put(
                truth,
                new KnownRater(
                        truth,
                        hex(world.rowKey(noted)),
                        hex(noted.receiptHash()),
                        MixingWorld.number(window, day, visit),
                        hex(noted.visitTag())));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
