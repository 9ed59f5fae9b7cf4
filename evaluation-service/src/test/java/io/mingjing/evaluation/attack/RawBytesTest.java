package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.attack.RatedCity.TRUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever takes the disks away and reads them byte by byte finds no matter, no word and no key of a rating in clear: not
 * in the database's files with their dead rows and write-ahead log, not in Kafka's segments, not in any log.
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class RawBytesTest {

    private static final String PLANTED = TRUTH + "PlantedInClear";

    private final MixingWorld world;
    private final RatedCity city;
    private final SuperUser database;

    RawBytesTest(MixingWorld world, RatedCity city, SuperUser database) {
        this.world = world;
        this.city = city;
        this.database = database;
    }

    @AfterEach
    void end() {
        database.execute("drop table if exists planted");
        world.end();
    }

    @Test
    void nothingOfARatingLiesInClearOnAnyDisk() {
        world.begin();
        List<String> said = new CopyOnWriteArrayList<>();
        EarToTheLog ear = new EarToTheLog(said);
        Logger root = Logger.getLogger("");
        Logger ours = Logger.getLogger("io.mingjing");
        root.addHandler(ear);
        ours.setLevel(Level.ALL);
        Collection<KnownRater> raters;
        try {
            raters = city.live(6, 3, any -> {}, any -> {});
        } finally {
            root.removeHandler(ear);
            ours.setLevel(null);
        }
        await().until(() -> database.number("select count(*) from outbox") == 0);
        database.execute(
                "create table planted (word text)", "insert into planted values ('" + PLANTED + "')", "checkpoint");

        List<Path> files = files();
        assertThat(database.number("select count(*) from leaf")).isGreaterThan(5);
        assertThat(files.stream().filter(file -> contains(file, PLANTED)))
                .as("the search finds what lies in clear: in the table and in the log")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(files.stream().filter(file -> contains(file, TRUTH + "0"))).isEmpty();
        List<String> keys = keys(raters);
        List<String> outside = Stream.concat(
                        said.stream(),
                        files.stream().filter(RawBytesTest::isLogOrSegment).map(RawBytesTest::bytes))
                .toList();
        assertThat(outside).anyMatch(text -> text.contains("叶-GY-KJJ-CGK".transform(RawBytesTest::asBytes)));
        assertThat(keys.stream().filter(key -> outside.stream().anyMatch(text -> text.contains(key))))
                .as("keys of ratings in logs and segments")
                .isEmpty();
    }

    /** In hexadecimal and as bytes: the intake's keys, receipts, numbers of visits and ids of mixed ratings. */
    private List<String> keys(Collection<KnownRater> raters) {
        List<String> keys = new ArrayList<>(database.column("select id::text from rating"));
        for (KnownRater rater : raters) {
            keys.add(rater.number());
            for (String hex : List.of(rater.h(), rater.receipt(), rater.orders().get("visit tag"))) {
                keys.add(hex);
                keys.add(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
            }
        }
        return keys;
    }

    private static List<Path> files() {
        Path parts = RealParts.postgres().data().getParent();
        try (Stream<Path> files = Files.walk(parts)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isLogOrSegment(Path file) {
        return isSegment(file) || file.getParent().endsWith("logs");
    }

    private static boolean isSegment(Path file) {
        return file.toString().contains("/kafka/") && file.toString().endsWith(".log");
    }

    private static boolean contains(Path file, String word) {
        return bytes(file).contains(word);
    }

    /** One character for each byte; a file that went away meanwhile is empty. */
    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
