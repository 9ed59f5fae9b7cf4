package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.local.RealParts;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two worlds that differ only in who of a leaf said what give the rated side the same bytes; before the leaf closes, so do
 * worlds that differ in anything at all (anonymity.md, test 1).
 */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PairedWorldsTest {

    private static final String CGK = "GY-KJJ-CGK";
    private static final List<String> RATED_SIDE = List.of(
            "clerk@" + CGK,
            "section@" + CGK,
            "section_head@" + CGK,
            "liaison@" + CGK,
            "coordinator@GY-KJJ",
            "leader_in_charge@GY-KJJ",
            "principal_leader@GY-KJJ",
            "unit_admin@GY-KJJ");

    private final MixingWorld world;
    private final Map<String, Map<String, String>> sessions = new LinkedHashMap<>();

    PairedWorldsTest(MixingWorld world) {
        this.world = world;
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void whoOfALeafSaidWhatIsInNoByteAnybodyOfTheRatedSideCanRead() {
        String window = passing();

        List<String> one = world(window, 5, 1, 4, 3, 2, 5);
        List<String> other = world(window, 2, 5, 1, 5, 3, 4);

        assertThat(one).isEqualTo(other);
        assertThat(one.getLast()).contains("叶-GY-KJJ-CGK-2026-0001");
    }

    @Test
    void whileNoLeafClosesNeitherALevelNorARatingIsInAnyByteBeforeTheSlotOrAfterIt() {
        String window = passing();

        List<String> nobodyRated = waiting(window);
        List<String> oneContent = waiting(window, 5);
        List<String> oneBelowTheGate = waiting(window, 5, 1, 2, 4);
        List<String> allDissatisfied = waiting(window, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThat(nobodyRated).anyMatch(page -> page.contains("<svg") && page.contains(visit(window)));
        assertThat(oneContent).isEqualTo(nobodyRated);
        assertThat(oneBelowTheGate).isEqualTo(nobodyRated);
        assertThat(allDissatisfied).isEqualTo(nobodyRated);
    }

    private String passing() {
        return Stream.generate(() -> "W-PAIRED-" + UUID.randomUUID())
                .filter(candidate -> world.passes(candidate, CGK, DAY))
                .findFirst()
                .orElseThrow();
    }

    private static String visit(String window) {
        return withoutIds(MixingWorld.number(window, DAY, 1));
    }

    private List<String> world(String window, int... levels) {
        begin(window, levels);
        List<String> bytes = new ArrayList<>(everythingReadable(window));
        world.slot(DAY);
        bytes.addAll(everythingReadable(window));
        bytes.addAll(world.events().stream().map(PairedWorldsTest::withoutIds).toList());
        return bytes;
    }

    private List<String> waiting(String window, int... levels) {
        begin(window, levels);
        List<String> bytes = new ArrayList<>(everythingReadable(window));
        world.slot(DAY);
        bytes.addAll(everythingReadable(window));
        bytes.addAll(world.events());
        return bytes;
    }

    private void begin(String window, int... levels) {
        world.begin();
        world.window(window, CGK, true);
        world.serve(window, CGK, DAY, 1, 12, true);
        for (int n = 1; n <= levels.length; n++) {
            world.rate(window, CGK, DAY, n, levels[n - 1]);
        }
    }

    /** Among it the clerk's queue and the code of a visit that may have been rated. */
    private List<String> everythingReadable(String window) {
        String visit = MixingWorld.number(window, DAY, 1);
        List<String> bytes = new ArrayList<>();
        for (String post : RATED_SIDE) {
            bytes.add(text(City.as(post).get("/api/v1/leaves")));
            bytes.add(text(City.as(post).get("/api/v1/pending-ratings")));
            bytes.add(text(City.as(post).get("/api/v1/visits/" + visit + "/qr.svg")));
            for (String page : List.of(
                    "/evaluation",
                    "/evaluation/leaves",
                    "/evaluation/pending",
                    "/evaluation/visits",
                    "/evaluation/visits/" + visit)) {
                bytes.add(text(given().cookies(session(post))
                        .header("Accept", "text/html")
                        .get(page)));
            }
        }
        bytes.add(text(given().get("/r/receipt")));
        return bytes;
    }

    private Map<String, String> session(String post) {
        return sessions.computeIfAbsent(post, held -> {
            URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/evaluation");
            return RealParts.oidc().signIn(address, "p-" + held, "某某（演示）", held);
        });
    }

    /** Status, headers and body; the date and random ids aside. */
    private static String text(Response answer) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date")
                        && !header.getName().equalsIgnoreCase("set-cookie"))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return withoutIds(answer.statusCode() + "\n" + headers + "\n" + answer.asString());
    }

    private static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "<id>");
    }
}
