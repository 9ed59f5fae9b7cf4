package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.Aligner.Row;
import io.mingjing.evaluation.leaf.Aligner.Score;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The heap in physical order and all transaction, id, key and hash orders of the database tie ratings to visits no better
 * than chance; and the same attack finds the two mistakes that would undo it (anonymity.md, test 2).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class AlignerTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final int WINDOWS = 26;
    private static final int DAYS = 8;
    private static final int VISITS = 13;

    private final MixingWorld world;
    private final SuperUser database;
    private final ServiceKeys keys;
    private final Random chance = new Random(20260319);

    AlignerTest(MixingWorld world, SuperUser database, ServiceKeys keys) {
        this.world = world;
        this.keys = keys;
        this.database = database;
    }

    @AfterEach
    void end() {
        database.execute(
                "drop function if exists also_store cascade",
                "drop table if exists rating_at_intake, rating_by_arrival cascade");
        world.end();
    }

    @Test
    void noOrderInTheDatabaseTiesARatingToAVisit() throws SQLException {
        List<Score> mixed = null;
        List<Score> byArrival = null;
        List<Score> atIntake = null;
        List<String> findings = List.of();
        // What beats chance in one world is looked at again in another; a leak does so in every one.
        for (int attempt = 1; attempt <= 2; attempt++) {
            List<Row> raters = aCityRates();
            List<Score> found = attack(raters);
            findings = mixed == null
                    ? found.stream()
                            .filter(Score::beatsChance)
                            .map(Score::alignment)
                            .toList()
                    : Aligner.repeated(mixed, found);
            mixed = found;
            byArrival = Aligner.align(mistakeOfArrivalOrder(raters), raters);
            atIntake = Aligner.align(mistakeOfStoringAtIntake(raters), raters);
            if (findings.isEmpty()) {
                break;
            }
        }

        assertThat(mixed).as("alignments tried").hasSizeGreaterThan(200).allSatisfy(score -> assertThat(score.ratings())
                .isGreaterThanOrEqualTo(2_000));
        assertThat(findings)
                .as(
                        "orders that tie ratings or notes to visits, or notes to ratings; tried, among others: %s",
                        mixed.subList(0, 3))
                .isEmpty();
        assertThat(byArrival.getFirst().share())
                .as("caught when the mixer inserts in order of arrival")
                .isGreaterThanOrEqualTo(0.95);
        assertThat(atIntake.getFirst().share())
                .as("caught when the rating is stored in the intake's transaction")
                .isGreaterThanOrEqualTo(0.95);
    }

    /** Ratings and notes beside the raters, and notes beside ratings: each rater wrote one. */
    private List<Score> attack(List<Row> raters) {
        List<Row> ratings = ratings("rating", "reasons[1]");
        List<Row> notes = notes();
        return Stream.of(
                        named("rating: ", Aligner.align(ratings, raters)),
                        named("note: ", Aligner.align(notes, raters)),
                        named("note and rating: ", Aligner.align(notes, ratings)))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Score::hits).reversed())
                .toList();
    }

    private static List<Score> named(String name, List<Score> scores) {
        return scores.stream()
                .map(score -> new Score(name + score.alignment(), score.hits(), score.ratings(), score.leaves()))
                .toList();
    }

    /** Days of visits, most of them rated a little later, one transaction each; then the slot. */
    private List<Row> aCityRates() {
        world.begin();
        storeAtIntakeToo();
        List<String> windows = IntStream.range(0, WINDOWS)
                .mapToObj(n -> world.windowDrawn(true, DAY, CGK))
                .toList();
        Map<String, Map<String, String>> raters = new LinkedHashMap<>();
        LocalDate day = DAY;
        for (int worked = 0; worked < DAYS; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() <= 5) {
                dayOfVisits(windows, day, raters);
                // The attacker copies the intake before the slot: that is where the order of arrival lies.
                copyOrders("intake", "encode(h, 'hex')", "before", raters);
                world.slot(day);
                worked++;
            }
        }
        copyOrders("intake", "encode(h, 'hex')", "after", raters);
        copyOrders("receipt", "encode(hash, 'hex')", "receipt", raters);
        copyOrders("visit", "number", "visit", raters);
        Map<String, String> leafOf = database.rows("select reasons[1], leaf_id from rating").stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
        return raters.entrySet().stream()
                .filter(rater -> leafOf.containsKey(rater.getKey()))
                .map(rater -> new Row(leafOf.get(rater.getKey()), rater.getKey(), orders(rater.getValue())))
                .toList();
    }

    private void dayOfVisits(List<String> windows, LocalDate day, Map<String, Map<String, String>> raters) {
        record Rating(String window, int visit) {}
        Deque<Rating> onTheirWay = new ArrayDeque<>();
        List<Integer> served = new ArrayList<>();
        IntStream.range(0, WINDOWS * VISITS).forEach(served::add);
        Collections.shuffle(served, chance);
        for (int each : served) {
            String window = windows.get(each % WINDOWS);
            int visit = each / WINDOWS + 1;
            world.serve(window, CGK, day, visit, visit, true);
            if (chance.nextInt(100) < 85) {
                onTheirWay.add(new Rating(window, visit));
            }
            if (onTheirWay.size() > 1 + chance.nextInt(10)) {
                Rating next = onTheirWay.remove();
                rate(next.window(), day, next.visit(), raters);
            }
        }
        onTheirWay.forEach(rating -> rate(rating.window(), day, rating.visit(), raters));
    }

    private void rate(String window, LocalDate day, int visit, Map<String, Map<String, String>> raters) {
        RatingRecord plain = world.rating(window, CGK, day, visit, "M-1", chance.nextInt(100) < 8 ? 1 : 5);
        String truth = "T" + raters.size();
        world.rate(
                window,
                new RatingRecord(
                        plain.level(),
                        List.of(truth),
                        plain.matter(),
                        plain.raterType(),
                        plain.pf(),
                        plain.receiptHash(),
                        plain.visitTag(),
                        plain.stream(),
                        plain.marks(),
                        truth + ";",
                        day,
                        CGK,
                        CGK,
                        1));
        Map<String, String> known = new HashMap<>();
        known.put("arrival", "%08d".formatted(raters.size()));
        known.put("number", MixingWorld.number(window, day, visit));
        known.put("visit tag", HexFormat.of().formatHex(plain.visitTag()));
        known.put("encode(hash, 'hex')", HexFormat.of().formatHex(plain.receiptHash()));
        known.put("encode(h, 'hex')", HexFormat.of().formatHex(world.rowKey(plain)));
        raters.put(truth, known);
    }

    /** Where the rows of a table lie, for the raters whose key is known. */
    private void copyOrders(String table, String key, String name, Map<String, Map<String, String>> raters) {
        Map<String, Map<String, String>> byKey = new HashMap<>();
        raters.values().forEach(rater -> byKey.put(rater.get(key), rater));
        database.rows("select %s, ctid::text, xmin::text, tableoid::regclass::text from %s".formatted(key, table))
                .forEach(row -> {
                    Map<String, String> rater = byKey.get(row.getFirst());
                    if (rater != null) {
                        rater.putIfAbsent(name + " place", row.get(3) + " " + place(row.get(1)));
                        rater.putIfAbsent(name + " xmin", xminAndPlace(row.get(2), row.get(1)));
                    }
                });
    }

    private static Map<String, String> orders(Map<String, String> known) {
        Map<String, String> orders = new HashMap<>(known);
        orders.keySet()
                .retainAll(List.of(
                        "arrival",
                        "number",
                        "visit xmin",
                        "visit tag",
                        "visit place",
                        "encode(hash, 'hex')",
                        "encode(h, 'hex')",
                        "before place",
                        "before xmin",
                        "after place",
                        "after xmin",
                        "receipt place",
                        "receipt xmin"));
        return orders;
    }

    private List<Row> ratings(String table, String truth) {
        return database
                .rows("select leaf_id, %s, ctid::text, xmin::text, id, encode(context, 'hex'), md5(id::text) from %s"
                        .formatted(truth, table))
                .stream()
                .map(row -> new Row(
                        row.get(0),
                        row.get(1),
                        Map.of(
                                "place", place(row.get(2)),
                                "xmin", xminAndPlace(row.get(3), row.get(2)),
                                "id", row.get(4),
                                "seal", row.get(5),
                                "hash of id", row.get(6))))
                .toList();
    }

    /** The sealed notes; only the count of hits opens them, the attacker cannot. */
    private List<Row> notes() {
        byte[] key = keys.active(ServiceKeys.LEAF).key();
        return database
                .rows("select leaf_id, encode(seal, 'hex'), ctid::text, xmin::text, id, md5(id::text) from note")
                .stream()
                .map(row -> new Row(
                        row.get(0),
                        writer(key, row.get(0), HexFormat.of().parseHex(row.get(1))),
                        Map.of(
                                "place", place(row.get(2)),
                                "xmin", xminAndPlace(row.get(3), row.get(2)),
                                "id", row.get(4),
                                "seal", row.get(1),
                                "hash of id", row.get(5))))
                .toList();
    }

    private static String writer(byte[] key, String leaf, byte[] seal) {
        byte[] box = Arrays.copyOfRange(seal, 1, seal.length);
        String content = new String(
                AesGcm.open(key, leaf.getBytes(StandardCharsets.UTF_8), box).orElseThrow(), StandardCharsets.UTF_8);
        int note = content.indexOf("\"note\":\"") + 8;
        return content.substring(note, content.indexOf(';', note));
    }

    /** The first mistake: the mixer inserts a leaf's ratings as they came. */
    private List<Row> mistakeOfArrivalOrder(List<Row> raters) throws SQLException {
        database.execute(
                "drop table if exists rating_by_arrival", "create table rating_by_arrival (like rating including all)");
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into rating_by_arrival select (?::uuid), leaf_id, level, reasons, validity, stream, place,
                            owner_unit, matter, rater_type, pf, scale_version, context from rating where reasons[1] = ?""")) {
            for (List<Row> leaf :
                    raters.stream().collect(Collectors.groupingBy(Row::leaf)).values()) {
                connection.setAutoCommit(false);
                for (Row rater : leaf.stream()
                        .sorted(Comparator.comparing(row -> row.orders().get("arrival")))
                        .toList()) {
                    insert.setString(1, UUID.randomUUID().toString());
                    insert.setString(2, rater.truth());
                    insert.executeUpdate();
                }
                connection.commit();
            }
        }
        return ratings("rating_by_arrival", "reasons[1]");
    }

    /** The second mistake: a plain rating is written in the transaction that takes it in. */
    private void storeAtIntakeToo() {
        database.execute(
                "drop table if exists rating_at_intake cascade",
                "create table rating_at_intake (id uuid default gen_random_uuid(), h text)",
                """
                create or replace function also_store() returns trigger language plpgsql security definer as $$
                begin insert into public.rating_at_intake (h) values (encode(new.h, 'hex')); return null; end $$""",
                "create or replace trigger also_store after insert on intake for each row execute function also_store()");
    }

    private List<Row> mistakeOfStoringAtIntake(List<Row> raters) {
        database.execute("drop trigger also_store on intake");
        Map<String, Row> byKey = new HashMap<>();
        raters.forEach(rater -> byKey.put(rater.orders().get("encode(h, 'hex')"), rater));
        return database.rows("select h, ctid::text, xmin::text, id from rating_at_intake").stream()
                .filter(row -> byKey.containsKey(row.getFirst()))
                .map(row -> new Row(
                        byKey.get(row.getFirst()).leaf(),
                        byKey.get(row.getFirst()).truth(),
                        Map.of(
                                "place", place(row.get(1)),
                                "xmin", xminAndPlace(row.get(2), row.get(1)),
                                "id", row.get(3))))
                .toList();
    }

    /** {@code (12,7)} as a text that sorts. */
    private static String place(String ctid) {
        String[] parts = ctid.substring(1, ctid.length() - 1).split(",");
        return "%08d/%05d".formatted(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static String xminAndPlace(String xmin, String ctid) {
        return "%012d %s".formatted(Long.parseLong(xmin), place(ctid));
    }
}
