package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.intake.domain.Validity;
import io.mingjing.evaluation.leaf.persistence.IntakeBalance;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cities of chance over six weeks: each rating lies in one leaf or waits, and what leaves say is what their rows say. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class MixedSumsTest {

    private static final List<String> OWNERS = List.of("GY-KJJ-CGK", "GY-KJJ-ZGK", "GY-KJJ");
    private static final List<String> OTHER_STREAMS =
            List.of(Streams.PLACE, Streams.CONTESTED, Streams.SECOND, Streams.TELEPHONE, Streams.THIRD_PARTY);
    private static final int K = 5;

    /** A rating as it was given, by the hash of its receipt. */
    private record Given(String place, RatingRecord rating) {}

    private final MixingWorld world;
    private final SuperUser database;
    private final IntakeBalance balance;
    private final ObjectMapper json;
    private final Map<String, Given> given = new HashMap<>();

    MixedSumsTest(MixingWorld world, SuperUser database, IntakeBalance balance, ObjectMapper json) {
        this.world = world;
        this.database = database;
        this.balance = balance;
        this.json = json;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatLeavesSayIsWhatTheirRowsSay(long seed) throws JsonProcessingException {
        world.begin();
        live(new Random(seed));

        everyRatingIsWhereTheBooksSay();
        sumsAreThoseOfTheRows();
        onlyWhatManyShareIsNamed();
    }

    private void live(Random chance) {
        List<String> windows = IntStream.range(0, 8).mapToObj(n -> "W-" + n).toList();
        windows.forEach(window -> world.window(window, owner(window), true));
        LocalDate day = DAY;
        world.beginAt(day.minusDays(1));
        for (int slot = 0; slot < 30; slot++) {
            for (String window : windows) {
                visits(window, day, chance);
            }
            tickets(day, chance);
            world.slot(day);
            day = day.plusDays(day.getDayOfWeek().getValue() == 5 ? 3 : 1);
        }
    }

    private static String owner(String place) {
        return OWNERS.get(Math.floorMod(place.hashCode(), OWNERS.size()));
    }

    private void visits(String window, LocalDate day, Random chance) {
        int served = chance.nextInt(6);
        world.serve(window, owner(window), day, 1, served, true);
        for (int n = 1; n <= served; n++) {
            for (int matter = 1; matter <= 3; matter++) {
                if (chance.nextInt(3) == 0) {
                    give(window, world.rating(window, owner(window), day, n, "M-" + matter, level(chance)), chance);
                }
            }
        }
    }

    private void tickets(LocalDate day, Random chance) {
        for (int n = 0; n < 4; n++) {
            String stream = OTHER_STREAMS.get(chance.nextInt(OTHER_STREAMS.size()));
            String place = "P-" + chance.nextInt(2);
            give(place, world.ticket(stream, place, owner(place), day, n, level(chance)), chance);
        }
    }

    private void give(String place, RatingRecord plain, Random chance) {
        RatingRecord rating = chance.nextInt(4) == 0 ? Altered.ofUnit(plain, "GY-KJJ") : plain;
        rating = switch (chance.nextInt(12)) {
            case 0 -> Altered.as(Validity.FRAUD, rating);
            case 1 -> Altered.as(Validity.TEST, rating);
            case 2 -> Altered.withReasons(rating, "J001", "108");
            case 3 -> Altered.withNote(rating, "话");
            default -> rating;
        };
        world.rate(place, rating);
        given.put(HexFormat.of().formatHex(rating.receiptHash()), new Given(place, rating));
    }

    private static int level(Random chance) {
        return 1 + Math.min(chance.nextInt(5), chance.nextInt(2) == 0 ? 4 : chance.nextInt(5));
    }

    private void everyRatingIsWhereTheBooksSay() {
        IntakeBalance.Balance books = balance.now();
        assertThat(books).isEqualTo(balance.recount());
        assertThat(books.balanced()).isTrue();
        assertThat(books.accepted()).isEqualTo(given.size());
        assertThat(books.mixed()).as("enough to say anything").isGreaterThan(given.size() / 3);
        assertThat(books.tested())
                .isLessThanOrEqualTo(given.values().stream()
                        .filter(one -> one.rating().test())
                        .count());
        assertThat(database.number("select count(*) from receipt")).isEqualTo(books.mixed());
        assertThat(database.number("select count(*) from leaf where scope <> 'WINDOW'"))
                .as("leaves above windows")
                .isPositive();
        assertThat(database.number("select count(distinct stream) from leaf")).isGreaterThan(1);
        assertThat(given.keySet()).containsAll(database.column("select encode(hash, 'hex') from receipt"));
    }

    private void sumsAreThoseOfTheRows() {
        assertThat(database.rows("""
                select l.number from leaf l cross join lateral (
                    select count(*) as ratings, count(*) filter (where valid) as valid,
                           count(*) filter (where valid and level <= 2) as poor,
                           array[count(*) filter (where valid and level = 1), count(*) filter (where valid and level = 2),
                                 count(*) filter (where valid and level = 3), count(*) filter (where valid and level = 4),
                                 count(*) filter (where valid and level = 5)] as levels
                      from (select level, validity = 'VALID' as valid from rating where leaf_id = l.id) r) s
                 where (l.ratings, l.valid, l.poor, l.levels) is distinct from (s.ratings, s.valid, s.poor, s.levels)
                    or l.total is distinct from
                       case when l.ratings = l.valid or l.ratings - l.valid >= %d then l.ratings end""".formatted(K))).isEmpty();
        assertThat(database.rows("""
                select l.number, l.reasons, s.reasons from leaf l cross join lateral (
                    select coalesce(jsonb_object_agg(reason, n), '{}') as reasons from (
                        select reason, count(*) as n from rating, unnest(reasons) as reason
                         where leaf_id = l.id and validity = 'VALID' group by reason) r) s
                 where l.reasons <> s.reasons""")).isEmpty();
        assertThat(database.rows(
                        "select l.number from leaf l join rating r on r.leaf_id = l.id where r.stream <> l.stream"))
                .isEmpty();
    }

    private void onlyWhatManyShareIsNamed() throws JsonProcessingException {
        Map<String, List<Given>> byLeaf = new HashMap<>();
        database.rows("select leaf_id, encode(hash, 'hex') from receipt")
                .forEach(row -> byLeaf.computeIfAbsent(row.getFirst(), any -> new ArrayList<>())
                        .add(given.get(row.getLast())));
        for (List<String> leaf : database.rows("select id, matters, matter_units, raters, stream from leaf")) {
            List<RatingRecord> valid = byLeaf.get(leaf.getFirst()).stream()
                    .map(Given::rating)
                    .filter(rating -> rating.marks().validity() == Validity.VALID)
                    .toList();
            assertNamed(leaf.get(1), valid, RatingRecord::matter);
            assertNamed(leaf.get(2), valid, RatingRecord::matterUnit);
            assertThat(Long.parseLong(leaf.get(3))).isBetween((long) K, visits(valid));
            assertThat(valid).allMatch(rating -> rating.stream().equals(leaf.get(4)));
        }
    }

    private void assertNamed(String tally, List<RatingRecord> valid, Function<RatingRecord, String> value)
            throws JsonProcessingException {
        Map<String, Long> told = json.readValue(tally, new TypeReference<>() {});
        Map<String, Long> real = valid.stream().collect(Collectors.groupingBy(value, Collectors.counting()));
        assertThat(told.values().stream().mapToLong(n -> n).sum()).isEqualTo(valid.size());
        Set<String> named =
                told.keySet().stream().filter(name -> !name.equals("OTHER")).collect(Collectors.toSet());
        for (String name : named) {
            assertThat(told.get(name)).isEqualTo(real.get(name));
            assertThat(visits(valid.stream()
                            .filter(rating -> value.apply(rating).equals(name))
                            .toList()))
                    .isGreaterThanOrEqualTo(K);
        }
    }

    private static long visits(List<RatingRecord> ratings) {
        return ratings.stream()
                .map(rating -> HexFormat.of().formatHex(rating.visitTag()))
                .distinct()
                .count();
    }
}
