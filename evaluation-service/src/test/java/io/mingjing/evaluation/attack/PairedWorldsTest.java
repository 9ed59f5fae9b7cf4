package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ only in who of a leaf said what give the rated side the same bytes; before the leaf closes, so do
 * worlds that differ in anything at all (anonymity.md, test 1). What the rated side may call is found by the annotations:
 * a new operation is read here as soon as it is there.
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PairedWorldsTest {

    private static final String CGK = "GY-KJJ-CGK";

    private static final String RECEIPT = "asks for a receipt, which only its rater has; ReceiptPageTest";

    /** What the rated side, or anybody, may send, with the test that compares the answers. */
    private static final Map<String, String> SENT = Map.ofEntries(
            Map.entry("POST /r", "ForeignBrowserTest"),
            Map.entry("POST /r/contested", "ForeignBrowserTest"),
            Map.entry("POST /r/kiosk", "the rater's page of a kiosk: it keeps nothing between two raters"),
            Map.entry("POST /r/receipt", RECEIPT),
            Map.entry("POST /r/receipt/second", RECEIPT),
            Map.entry("POST /r/receipt/contact", RECEIPT),
            Map.entry("POST /r/receipt/contact/withdrawal", RECEIPT),
            Map.entry("POST /r/receipt/coercion", RECEIPT),
            Map.entry("POST /evaluation/visits", "registers a visit: the mixer has no part in it"),
            Map.entry("POST /api/v1/posted-codes", "the register of places"),
            Map.entry("POST /api/v1/posted-codes/{id}/withdrawal", "the register of places"),
            Map.entry("POST /api/v1/posted-codes/{id}/damage", "the register of places"),
            Map.entry("POST /evaluation/posted", "the register of places"),
            Map.entry("POST /evaluation/posted/end", "the register of places"),
            Map.entry("PUT /api/v1/points/{code}", "the register of places"),
            Map.entry("PUT /api/v1/window-staff/{code}", "the register of places"),
            Map.entry("PUT /api/v1/window-staff/{code}/photo", "the register of places"),
            Map.entry("DELETE /api/v1/window-staff/{code}/photo", "the register of places"),
            Map.entry("PUT /api/v1/halls/{code}", "the register of places"),
            Map.entry("PUT /api/v1/matters/{code}", "the register of places"),
            Map.entry("PUT /api/v1/windows/{code}", "the register of places"),
            Map.entry("PUT /api/v1/windows/{code}/staff", "the register of places"),
            Map.entry("PUT /api/v1/devices/{serial}", "the register of places"),
            Map.entry("POST /evaluation/places/forms/{form}", "the register of places"),
            Map.entry("POST /evaluation/places/staff/{code}/photo", "the register of places"));

    private final MixingWorld world;
    private final RatedReading reading;
    private final SuperUser database;

    PairedWorldsTest(MixingWorld world, RatedReading reading, SuperUser database) {
        this.database = database;
        this.world = world;
        this.reading = reading;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void everyOperationOpenToTheRatedSideIsKnownHere() {
        String window = passing();
        begin(window);

        assertThat(reading.unknown(window))
                .as("teach RatedReading what stands for the variables of these paths")
                .isEmpty();
        assertThat(RatedOperations.all().stream()
                        .filter(operation -> !operation.reads() && operation.admitsTheRatedSide())
                        .map(RatedOperations::name))
                .as("the rated side may send these: where are their answers compared?")
                .isSubsetOf(SENT.keySet());
    }

    @Test
    void whoOfALeafSaidWhatIsInNoByteAnybodyOfTheRatedSideCanRead() {
        String window = passing();

        Map<String, String> one = closed(window, 5, 1, 4, 3, 2, 5);
        Map<String, String> other = closed(window, 2, 5, 1, 5, 3, 4);

        assertThat(differing(one, other)).isEmpty();
        assertThat(one.get("after COORDINATOR /api/v1/leaves")).contains("叶-GY-KJJ-CGK-2026-0001");
        assertThat(one.get("after CLERK /q/metrics")).startsWith("403");
    }

    /** The comparison can fail: one more dissatisfied rater is one more in the leaf. */
    @Test
    void aLeafThatSaysSomethingElseIsSeenToDoSo() {
        String window = passing();

        Map<String, String> one = closed(window, 5, 1, 4, 3, 2, 5);
        Map<String, String> other = closed(window, 5, 1, 4, 3, 2, 1);

        assertThat(one.get("after CLERK /api/v1/leaves")).isNotEqualTo(other.get("after CLERK /api/v1/leaves"));
        assertThat(differing(beforeOnly(one), beforeOnly(other))).isEmpty();
    }

    @Test
    void whileNoLeafClosesNeitherALevelNorARatingIsInAnyByteBeforeTheSlotOrAfterIt() {
        String window = passing();

        Map<String, String> nobodyRated = closed(window);
        Map<String, String> oneContent = closed(window, 5);
        Map<String, String> oneBelowTheGate = closed(window, 5, 1, 2, 4);
        Map<String, String> allDissatisfied = closed(window, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThat(nobodyRated.values()).anyMatch(page -> page.contains("<svg"));
        assertThat(nobodyRated).hasSizeGreaterThan(60);
        assertThat(differing(oneContent, nobodyRated)).isEmpty();
        assertThat(differing(oneBelowTheGate, nobodyRated)).isEmpty();
        assertThat(differing(allDissatisfied, nobodyRated).keySet())
                .as("that ten wait somewhere in the city is published (K10); nothing else may differ")
                .allMatch(asked -> asked.contains("waiting"));
    }

    /** Held by the draw or because of its levels: nobody can tell. */
    @Test
    void contentAndDissatisfiedRatersWaitAlike() {
        String window = drawn(false);

        Map<String, String> content = closed(window, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        Map<String, String> dissatisfied = closed(window, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThat(differing(content, dissatisfied)).isEmpty();
    }

    private String passing() {
        return drawn(true);
    }

    private String drawn(boolean passes) {
        return Stream.generate(() -> "W-PAIRED-" + UUID.randomUUID())
                .filter(candidate -> world.passes(candidate, CGK, DAY) == passes)
                .findFirst()
                .orElseThrow();
    }

    /** All that can be read before the slot and after it, with the events that left. */
    private Map<String, String> closed(String window, int... levels) {
        begin(window, levels);
        Map<String, String> bytes = new TreeMap<>();
        reading.everything(window).forEach((asked, answer) -> bytes.put("before " + asked, answer));
        world.slot(DAY);
        reading.everything(window).forEach((asked, answer) -> bytes.put("after " + asked, answer));
        List<String> events =
                world.events().stream().map(RatedReading::withoutIds).toList();
        bytes.put("events", String.join("\n", events));
        return bytes;
    }

    /** The first line in which answers differ. */
    private static Map<String, String> differing(Map<String, String> one, Map<String, String> other) {
        Map<String, String> differing = new TreeMap<>();
        Set<String> asked = new TreeSet<>(one.keySet());
        asked.addAll(other.keySet());
        for (String each : asked) {
            List<String> mine = one.getOrDefault(each, "").lines().toList();
            List<String> theirs = other.getOrDefault(each, "").lines().toList();
            for (int line = 0; line < Math.max(mine.size(), theirs.size()); line++) {
                String here = line < mine.size() ? mine.get(line) : "";
                String there = line < theirs.size() ? theirs.get(line) : "";
                if (!here.equals(there)) {
                    differing.put(each, here + "  ≠  " + there);
                    break;
                }
            }
        }
        return differing;
    }

    private static Map<String, String> beforeOnly(Map<String, String> bytes) {
        Map<String, String> before = new TreeMap<>(bytes);
        before.keySet().removeIf(asked -> !asked.startsWith("before "));
        return before;
    }

    private void begin(String window, int... levels) {
        world.begin();
        database.execute("truncate waiting_report, leaf_paraphrase, correction_line");
        world.window(window, CGK, true);
        world.serve(window, CGK, DAY, 1, 12, true);
        for (int n = 1; n <= levels.length; n++) {
            world.rate(window, CGK, DAY, n, levels[n - 1]);
        }
    }
}
