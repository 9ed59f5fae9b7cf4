package io.mingjing.evaluation.attack;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static io.restassured.RestAssured.given;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.VisitRegister;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.kernel.http.Role;
import io.mingjing.local.RealParts;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads, as everybody of the rated side and as nobody in particular, whatever the service answers to. */
@ApplicationScoped
public class RatedReading {

    private static final String CGK = "GY-KJJ-CGK";
    private static final Set<Role> OF_A_SECTION = Set.of(Role.CLERK, Role.SECTION, Role.SECTION_HEAD, Role.LIAISON);
    private static final List<String> BESIDE =
            List.of("/q/metrics", "/q/health", "/q/openapi", "/api/v1/leaves?limit=1");

    private final VisitStore visits;
    private final VisitRegister register;
    private final Map<String, Map<String, String>> sessions = new LinkedHashMap<>();

    RatedReading(VisitStore visits, VisitRegister register) {
        this.visits = visits;
        this.register = register;
    }

    /** Status, headers and body of every answer, by who asked for what; random ids are all the same here. */
    Map<String, String> everything(String window) {
        Map<String, String> bytes = new TreeMap<>();
        Map<String, List<String>> values = values(window);
        for (RatedOperations operation : RatedOperations.all()) {
            if (!operation.reads()) {
                continue;
            }
            for (String path : paths(operation.path(), values)) {
                for (Role role : readers(operation)) {
                    bytes.put(role + " " + path, text(read(post(role), path)));
                }
                if (operation.open()) {
                    bytes.put("nobody " + path, text(given().get(path)));
                }
            }
        }
        for (String path : BESIDE) {
            bytes.put("CLERK " + path, text(read(post(Role.CLERK), path)));
            bytes.put("COORDINATOR " + path, text(read(post(Role.COORDINATOR), path)));
            bytes.put("OPERATIONS " + path, text(read(post(Role.OPERATIONS), path)));
        }
        return bytes;
    }

    /** Everybody of a bureau whom the operation's annotation admits, city roles at the bureau among them. */
    private static Set<Role> readers(RatedOperations operation) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(operation.rated());
        roles.addAll(operation.citysRoles());
        return roles.isEmpty() ? Set.of(Role.CLERK) : roles;
    }

    /** Operations that would be read here if this class knew with which values. */
    List<String> unknown(String window) {
        Map<String, List<String>> values = values(window);
        return RatedOperations.all().stream()
                .filter(operation -> operation.reads() && operation.admitsTheRatedSide())
                .map(RatedOperations::path)
                .filter(path -> path.contains("{") && !values.containsKey(path))
                .toList();
    }

    private static List<String> paths(String template, Map<String, List<String>> values) {
        return template.contains("{")
                ? values.getOrDefault(template, List.of("none")).stream()
                        .map(value -> template.replaceAll("\\{[^}]*}", value))
                        .toList()
                : List.of(template);
    }

    /** What stands for the variable of a path. Two visits: the first may have been rated, the last never was. */
    private Map<String, List<String>> values(String window) {
        List<String> some = List.of(MixingWorld.number(window, DAY, 1), MixingWorld.number(window, DAY, 12));
        List<String> codes = some.stream()
                .map(number -> City.codeOf(register.urlOf(visits.find(number).orElseThrow())))
                .toList();
        List<String> none = List.of("none");
        return Map.ofEntries(
                Map.entry("/r/{code}", codes),
                Map.entry("/evaluation/visits/{number}", some),
                Map.entry("/api/v1/visits/{number}/qr.svg", some),
                Map.entry("/api/v1/visits/{number}/qr.png", some),
                Map.entry("/api/v1/visits/{number}/sms", some),
                Map.entry("/api/v1/visits/{number}/address", some),
                Map.entry("/api/v1/halls/{code}", List.of("H-1")),
                Map.entry("/api/v1/windows/{code}", List.of(window)),
                Map.entry("/api/v1/matters/{code}", List.of("M-1")),
                Map.entry("/api/v1/points/{code}", none),
                Map.entry("/api/v1/devices/{serial}", none),
                Map.entry("/api/v1/window-staff/{code}", none),
                Map.entry("/api/v1/posted-codes/{id}", List.of("5a1e35ac-0d4f-4b8e-9c7e-3d2b1a0f9e8d")),
                Map.entry("/api/v1/keys/{purpose}", List.of("code")),
                Map.entry("/api/v1/audit-seals/{service}", List.of("evaluation")),
                Map.entry("/api/v1/dead-letters/{service}", List.of("evaluation")),
                Map.entry("/evaluation/places/forms/{form}", List.of("windows", "matters")),
                Map.entry("/evaluation/places/halls/{code}", List.of("H-1")),
                Map.entry("/evaluation/places/spots/{code}", List.of(window)));
    }

    private Response read(String post, String path) {
        return path.startsWith("/api") || path.startsWith("/q/")
                ? City.as(post).get(path)
                : given().cookies(session(post))
                        .redirects()
                        .follow(false)
                        .header("Accept", "text/html")
                        .get(path);
    }

    private static String post(Role role) {
        return role.word() + "@" + (OF_A_SECTION.contains(role) ? CGK : "GY-KJJ");
    }

    private Map<String, String> session(String post) {
        return sessions.computeIfAbsent(post, held -> {
            URI address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/evaluation");
            return RealParts.oidc().signIn(address, "p-" + held, "某某（演示）", held);
        });
    }

    private static String text(Response answer) {
        String headers = answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("date")
                        && !header.getName().equalsIgnoreCase("set-cookie"))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        return withoutIds(answer.statusCode() + "\n" + headers + "\n" + answer.asString());
    }

    static String withoutIds(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "<id>");
    }
}
