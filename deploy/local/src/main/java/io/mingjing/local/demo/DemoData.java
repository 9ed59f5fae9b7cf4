package io.mingjing.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.local.oidc.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The demo's files, as they lie in the jar under {@code /demo}. The plan's words are the published document's own; what
 * the demo needs beyond it says 演示 in its name.
 */
public final class DemoData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DemoData() {}

    /** Units (单位、科室), parents before children. */
    public static List<JsonNode> units() {
        return rows("units", "units");
    }

    /** The plan of Guangyuan's bureau of science and technology, round 3 of 2023, after docs/plan.schema.json. */
    public static JsonNode plan() {
        return read("plan-guangyuan-2023-3");
    }

    /**
     * What the demo registers as places.
     *
     * @param group {@code halls} (each after the one above it), {@code windows}, {@code points}, {@code devices}, those
     *     {@code reporting} that they work, {@code staff}, their {@code turns}, or {@code matters}
     */
    public static List<JsonNode> places(String group) {
        return rows("places", group);
    }

    /** Finished visits, without their day. */
    public static List<JsonNode> visits() {
        return rows("visits", "visits");
    }

    /** What is recorded about a person in a post; the mail address belongs to nobody. */
    static JsonNode holding(Person person) {
        ObjectNode holding = JSON.createObjectNode();
        holding.putObject("holder")
                .put("subject", person.subject())
                .put("name", person.name())
                .put("email", mailAddress(person));
        return holding;
    }

    /** Where notices for a person of the demo arrive, under {@code ./run} on the page of received mails. */
    public static String mailAddress(Person person) {
        return person.subject() + "@mingjing.example";
    }

    private static List<JsonNode> rows(String file, String group) {
        return read(file).get(group).valueStream().toList();
    }

    private static JsonNode read(String file) {
        String path = "/demo/" + file + ".json";
        try (InputStream in = DemoData.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the demo lacks " + path);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
