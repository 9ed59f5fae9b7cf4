package io.mingjing.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.local.demo.PublicApi.Answer;
import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.oidc.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Fills a new system with the demo: units and posts, the plan, the places with their staff, devices and matters, and the day's
 * finished visits. It uses public APIs only, with tokens of the local issuer, and running it again changes nothing.
 */
public final class DemoLoader {

    /** The bureau's coordinator, under whose post the plan is imported and published. */
    private static final String COORDINATOR = "demo-coordinator";

    /** Refusals that pass: units reach evaluation-service as events, and until they have it does not know them. */
    private static final Set<Integer> MAY_PASS = Set.of(403, 422, 503);

    private static final Duration UNITS_TRAVEL = Duration.ofSeconds(60);

    private final PublicApi organisation;
    private final PublicApi plans;
    private final PublicApi places;
    private final Consumer<String> progress;

    /**
     * Connects to a running system.
     *
     * @param task base address of task-service
     * @param evaluation base address of evaluation-service
     * @param progress hears one sentence for each part that is loaded
     */
    public DemoLoader(URI task, URI evaluation, Oidc oidc, Consumer<String> progress) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        String neighbour = oidc.clientToken();
        this.organisation = new PublicApi(http, task, neighbour);
        this.plans = new PublicApi(http, task, oidc.token(coordinator()));
        this.places = new PublicApi(http, evaluation, neighbour);
        this.progress = progress;
    }

    /**
     * A finished visit and the address its QR code carries.
     *
     * @param number number of the visit
     * @param url where its visitor rates
     */
    public record Visit(String number, String url) {}

    /**
     * Loads everything.
     *
     * @param day business day of the visits
     * @return the visits with their rating addresses
     * @throws IllegalStateException when a service refuses something, with its words
     */
    public List<Visit> load(LocalDate day) {
        loadOrganisation();
        loadPlan();
        loadPlaces();
        return loadVisits(day);
    }

    private void loadOrganisation() {
        List<JsonNode> units = DemoData.units();
        units.forEach(
                unit -> put(organisation, "/api/v1/units/" + unit.get("code").asText(), unit, "code"));
        Map<String, Person> holders = holders();
        holders.forEach(
                (post, person) -> accepted(() -> organisation.put("/api/v1/posts/" + post, DemoData.holding(person))));
        progress.accept("%d units and %d posts".formatted(units.size(), holders.size()));
    }

    /** A post has one holder: the first person of the demo that has it. Others hold the claim only, as stand-ins do. */
    private static Map<String, Person> holders() {
        Map<String, Person> holders = new LinkedHashMap<>();
        DemoPeople.all().forEach(person -> person.posts().forEach(post -> holders.putIfAbsent(post, person)));
        return holders;
    }

    private static Person coordinator() {
        return DemoPeople.all().stream()
                .filter(person -> person.subject().equals(COORDINATOR))
                .findFirst()
                .orElseThrow();
    }

    private void loadPlan() {
        Answer imported = accepted(() -> plans.post("/api/v1/plans", "demo-plan-guangyuan-2023-3", DemoData.plan()));
        String location = URI.create(String.valueOf(imported.location())).getPath();
        JsonNode plan = accepted(() -> plans.get(location)).body();
        if ("DRAFT".equals(plan.path("state").asText())) {
            accepted(() -> plans.post(
                    location + "/publication",
                    "demo-plan-guangyuan-2023-3-publication",
                    JsonNodeFactory.instance.objectNode()));
        }
        progress.accept("the plan " + plan.path("title").asText());
    }

    private void loadPlaces() {
        register("halls", "/api/v1/halls/", "code");
        register("windows", "/api/v1/windows/", "code");
        register("points", "/api/v1/points/", "code");
        register("matters", "/api/v1/matters/", "code");
        register("staff", "/api/v1/window-staff/", "code");
        register("devices", "/api/v1/devices/", "serial");
        for (JsonNode turn : DemoData.places("turns")) {
            put(places, "/api/v1/windows/" + turn.get("window").asText() + "/staff", turn, "window");
        }
        for (JsonNode posted : DemoData.places("posted")) {
            ObjectNode posting = posted.deepCopy();
            String key = posting.remove("key").asText();
            accepted(() -> places.post("/api/v1/posted-codes", key, posting));
        }
        for (JsonNode device : DemoData.places("reporting")) {
            String serial = device.get("serial").asText();
            accepted(() -> places.post(
                    "/api/v1/devices/" + serial + "/heartbeat", serial, JsonNodeFactory.instance.objectNode()));
        }
        progress.accept("%d halls with %d windows, %d other rating points and %d matters"
                .formatted(
                        DemoData.places("halls").size(),
                        DemoData.places("windows").size(),
                        DemoData.places("points").size(),
                        DemoData.places("matters").size()));
    }

    private void register(String group, String path, String key) {
        DemoData.places(group).forEach(row -> put(places, path + row.get(key).asText(), row, key));
    }

    private List<Visit> loadVisits(LocalDate day) {
        ArrayNode batch = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : DemoData.visits()) {
            ObjectNode visit = row.deepCopy();
            String serial = visit.remove("serial").asText();
            visit.put("number", "YS-" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "-" + serial);
            visit.put("day", day.toString());
            visit.put("finished", true);
            batch.add(visit);
        }
        Answer answer = accepted(() -> places.post("/api/v1/visits", "demo-visits-" + day, batch));
        List<Visit> visits = new ArrayList<>();
        for (JsonNode item : answer.body().path("items")) {
            if (!item.path("url").isTextual()) {
                throw new IllegalStateException("the demo was refused: " + item);
            }
            visits.add(new Visit(item.get("number").asText(), item.get("url").asText()));
        }
        progress.accept("%d visits of %s".formatted(visits.size(), day));
        return visits;
    }

    private static void put(PublicApi api, String path, JsonNode row, String keyInPath) {
        ObjectNode body = row.deepCopy();
        body.remove(keyInPath);
        accepted(() -> api.put(path, body));
    }

    /** Asks until the service accepts; it may be starting, or may not know a unit yet. */
    private static Answer accepted(Supplier<Answer> call) {
        Patience patience = new Patience(UNITS_TRAVEL);
        while (true) {
            Answer answer = call.get();
            if (answer.isSuccess()) {
                return answer;
            }
            if (!MAY_PASS.contains(answer.status()) || patience.isOver()) {
                throw new IllegalStateException("the demo was refused: " + answer.status() + " " + answer.body());
            }
            patience.pause();
        }
    }
}
