package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.e2e.Rater.Rating;
import io.mingjing.e2e.Rater.Sent;
import io.restassured.path.json.JsonPath;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The weeks in March and April 2026 that the story's classes live through on one system, forward only: six of twelve
 * visitors rate on Thursday the 19th, two of them poorly; the draw holds their group back on that day and lets it pass on
 * the 20th. What a class needs and an earlier one would have done, the story does itself, so that each class runs alone.
 */
final class Story implements AutoCloseable {

    /** A window of 成果科 with an independent feed, used by this story only. */
    static final String WINDOW = "GY-ZWDT-E01";

    static final String OWNER = "GY-KJJ-CGK";
    /** Another window of the same section, at which too few rate. */
    static final String QUIET_WINDOW = "GY-ZWDT-E02";

    static final int QUIET_RATERS = 4;

    static final String DAY = "2026-03-19";

    static final String MORNING = "2026-03-19T10:00:00+08:00";
    static final String AFTER_THE_SLOT_THAT_HOLDS = "2026-03-19T18:00:02+08:00";
    static final String BEFORE_THE_SLOT_THAT_PASSES = "2026-03-20T17:59:30+08:00";

    /** Words no log and no rated person may ever see. */
    static final String COMMENT = "材料交了三回还是说不齐，我是城东的王记餐馆";

    static final int VISITS = 12;
    static final int RATERS = 6;
    static final int POOR = 2;

    private static final String DRAW_SEED = "MINGJING_LEAF_DRAW_SEED";

    /** Under this one the draw holds the window's pool back on the 19th. */
    private static final String HOLDS = "draw-5";

    /** Under this one it passes on the 20th. */
    private static final String PASSES = "draw-6";

    private final RunningSystem system = RunningSystem.fresh();
    private final List<String> urls = new ArrayList<>();
    private final List<String> quietUrls = new ArrayList<>();
    private final Map<Integer, String> receipts = new HashMap<>();
    private final List<String> secrets = new ArrayList<>(List.of(COMMENT));
    private OffsetDateTime now = OffsetDateTime.parse(MORNING);

    private Story() {
        system.with(DRAW_SEED, HOLDS).startAt(MORNING);
    }

    RunningSystem system() {
        return system;
    }

    Feed feed() {
        return new Feed(system);
    }

    /** Moves the business clock forward by starting again; a moment that is past already changes nothing. */
    void moveTo(String moment) {
        OffsetDateTime wanted = OffsetDateTime.parse(moment);
        if (wanted.isAfter(now)) {
            if (wanted.toLocalDate().toString().compareTo(DAY) > 0) {
                system.with(DRAW_SEED, PASSES);
            }
            system.restartAt(moment);
            now = wanted;
        }
    }

    /** The business day. */
    String today() {
        return now.toLocalDate().toString();
    }

    /** Where the story's twelve visitors rate; reported by the feed on first use. */
    List<String> visits() {
        return reported(WINDOW, urls);
    }

    /** Where the quiet window's twelve visitors rate. */
    List<String> quietVisits() {
        return reported(QUIET_WINDOW, quietUrls);
    }

    /** Where visitors of the business day rate at a window of a class of its own, too few for its leaf to close. */
    List<String> visitsToday(String window, int visits) {
        assertThat(visits).as("served without a leaf").isLessThan(20);
        feed().windowWithoutFeed(window, OWNER);
        List<String> addresses = feed().finished(window, today(), visits);
        addresses.forEach(url -> keepSecret(url.substring(url.lastIndexOf('/') + 1)));
        return addresses;
    }

    private List<String> reported(String window, List<String> addresses) {
        if (addresses.isEmpty()) {
            feed().window(window, OWNER);
            addresses.addAll(feed().finished(window, DAY, VISITS));
            addresses.forEach(url -> keepSecret(url.substring(url.lastIndexOf('/') + 1)));
        }
        return addresses;
    }

    /** Four of the quiet window's visitors have rated, two of them poorly. */
    void fourHaveRatedAtTheQuietWindow() {
        for (int visitor = 0; visitor < QUIET_RATERS; visitor++) {
            Rating rating = visitor < POOR ? Rating.poor(Feed.MATTER) : Rating.good(Feed.MATTER);
            Rater.of(system, quietVisits().get(visitor)).send(rating);
        }
    }

    /** Thursday 18:00 has come and was run under the seed that holds the group back. */
    void liveThroughTheSlotThatHolds() {
        moveTo(AFTER_THE_SLOT_THAT_HOLDS);
        await("the slot to be run").atMost(Duration.ofSeconds(30)).until(() -> slotWasRun(DAY));
    }

    /** Whether the mixer has finished the slot of a day. */
    boolean slotWasRun(String day) throws SQLException {
        try (var evaluation = system.database("evaluation");
                var query = evaluation.prepareStatement("select finished from slot_run where day = ?::date")) {
            query.setString(1, day);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Id of the task that the window's leaf opened, not another that its section gathers later; waits until it is there. */
    String taskOfTheLeaf() {
        sixHaveRated();
        liveThroughTheSlotThatHolds();
        moveTo(BEFORE_THE_SLOT_THAT_PASSES);
        return await("the leaf's task")
                .atMost(Duration.ofSeconds(90))
                .until(
                        () -> values("LeafClosed")
                                .filter(leaf -> WINDOW.equals(leaf.getString("placeCode")))
                                .flatMap(leaf -> values("TaskIssued").filter(issued -> leaf.getString("leafId")
                                        .equals(issued.getString("sourceId"))))
                                .map(issued -> issued.getString("taskId"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private Stream<JsonPath> values(String type) {
        return system.kafka().ofType(type).stream().map(seen -> JsonPath.from(seen.value()));
    }

    /** Notes the receipt a visitor was given. */
    void keepReceipt(int visitor, String receipt) {
        receipts.put(visitor, receipt);
        keepSecret(receipt);
        keepSecret(receipt.replace("-", ""));
    }

    /** A visitor's receipt; who has not rated yet does so now: the first two poorly and with a comment, others well. */
    String receipt(int visitor) {
        if (!receipts.containsKey(visitor)) {
            Rating rating =
                    visitor < POOR ? new Rating(Feed.MATTER, 1, List.of("115"), COMMENT) : Rating.good(Feed.MATTER);
            Sent sent = Rater.of(system, visits().get(visitor)).send(rating);
            keepReceipt(visitor, sent.receipt());
        }
        return receipts.get(visitor);
    }

    /** Six of the twelve have rated, two of them poorly. */
    void sixHaveRated() {
        IntStream.range(0, RATERS).forEach(this::receipt);
    }

    /** A rater mistypes, tries a code that was tampered with, leaves a contact and breaks off: whatever may be complained of. */
    void everythingGoesWrongOnce() {
        String phone = "13987650017";
        String address = "王掌柜";
        keepSecret(phone);
        keepSecret(address);
        String code = visits().getFirst();
        code = code.substring(code.lastIndexOf('/') + 1);
        String tampered = code.substring(0, 20) + (code.charAt(20) == 'A' ? 'B' : 'A') + code.substring(21);
        keepSecret(tampered);
        Rater.post(system, "/r", Map.of("code", code, "matter", Feed.MATTER, "level", "9", "note", COMMENT));
        Rater.post(system, "/r", Map.of("code", tampered, "matter", Feed.MATTER, "level", "1", "note", COMMENT));
        Rater.post(system, "/r", Map.of("code", code, "matter", COMMENT, "level", "1", "note", COMMENT + "\u0000"));
        Rater.post(system, "/r/receipt", Map.of("receipt", receipt(0) + "X"));
        Rater.post(
                system,
                "/r/receipt/contact",
                Map.of("receipt", receipt(0), "phone", phone, "address", address, "consent", "1", "act", "leave"));
        Rater.post(
                system, "/r/receipt/contact", Map.of("receipt", receipt(1), "phone", phone + "x", "address", address));
    }

    /** Notes something that no log may contain. */
    void keepSecret(String text) {
        if (!text.isBlank()) {
            secrets.add(text);
        }
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    @Override
    public void close() {
        system.close();
    }

    /** A class of the story: after those before it and beside no other, whatever else runs meanwhile. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(Told.class)
    @Execution(ExecutionMode.SAME_THREAD)
    @interface Chapter {}

    /** Hands the one story of this JVM to the tests that ask for it, and ends it after the last. */
    static final class Told implements ParameterResolver {

        private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(Story.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Story.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            if (!context.getRequiredTestClass().isAnnotationPresent(Chapter.class)) {
                throw new ParameterResolutionException("Whoever asks for the story is a @Story.Chapter of it");
            }
            return context.getRoot().getStore(HERE).computeIfAbsent(Story.class, key -> new Story(), Story.class);
        }
    }
}
