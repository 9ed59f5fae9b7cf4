package io.mingjing.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Engine;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a problem into words: problem+json (RFC 9457) for programs, a page for people, in the language of the request. */
@ApplicationScoped
class ProblemAnswers {

    /** Seconds after which to try again, where nobody said otherwise. */
    private static final int RETRY_AFTER = 5;

    /** Where raters ask with a receipt. */
    private static final String RECEIPTS = "/r/receipt";

    /** An answer ready to be sent, by REST or by a route. */
    record Answer(
            int status, @Nullable String type, @Nullable String body, Map<String, String> headers) {

        Answer with(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(headers);
            all.putAll(more);
            return new Answer(status, type, body, all);
        }

        void sendTo(HttpServerResponse response) {
            response.setStatusCode(status);
            headers.forEach(response::putHeader);
            if (type != null) {
                response.putHeader("Content-Type", type);
            }
            response.end(body == null ? "" : body);
        }
    }

    /** What is wrong with a field, in one language. */
    public record Fault(String field, String detail) {}

    private final Engine templates;
    private final ObjectMapper json;

    ProblemAnswers(Engine templates, ObjectMapper json) {
        this.templates = templates;
        this.json = json;
    }

    Answer render(ProblemException problem, RoutingContext request) {
        Language language = Language.of(request);
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Language", language.tag());
        int status = problem.type().status();
        if (status == 429 || status == 503) {
            headers.put("Retry-After", retryAfter(problem));
        }
        return wantsPage(request)
                ? new Answer(status, "text/html;charset=UTF-8", page(problem, request, language), headers)
                : new Answer(status, "application/problem+json", document(problem, language), headers);
    }

    private String document(ProblemException problem, Language language) {
        Map<String, Object> members = new LinkedHashMap<>(problem.extensions());
        members.put("type", problem.type().urn());
        members.put("title", language.pick(problem.type().zh(), problem.type().en()));
        members.put("status", problem.type().status());
        members.put(
                "detail", language.pick(problem.detail().zh(), problem.detail().en()));
        if (!problem.violations().isEmpty()) {
            members.put("violations", faults(problem, language));
        }
        try {
            return json.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An extension of " + problem.type().urn() + " cannot be written", e);
        }
    }

    private String page(ProblemException problem, RoutingContext request, Language language) {
        return templates
                .getTemplate(template(request))
                .data("title", language.pick(problem.type().zh(), problem.type().en()))
                .data("status", problem.type().status())
                .data(
                        "detail",
                        language.pick(problem.detail().zh(), problem.detail().en()))
                .data("faults", faults(problem, language))
                .data("signIn", problem.extensions().get("signIn"))
                .data("incident", problem.extensions().get("incident"))
                .data("posted", HttpMethod.POST.equals(request.request().method()))
                .data("receipts", Surface.path(request).startsWith(RECEIPTS))
                .data("retryAfter", retryAfter(problem))
                .render();
    }

    private static String retryAfter(ProblemException problem) {
        return String.valueOf(problem.extensions().getOrDefault("retryAfter", RETRY_AFTER));
    }

    /** htmx puts the answer into the page that is open; a browser that navigates needs a whole one. */
    private static String template(RoutingContext request) {
        if (Surface.of(request) == Surface.RATER) {
            return "look/rater-problem";
        }
        return request.request().getHeader("HX-Request") != null ? "look/problem-piece" : "look/problem";
    }

    private static List<Fault> faults(ProblemException problem, Language language) {
        return problem.violations().stream()
                .map(violation -> new Fault(violation.field(), language.pick(violation.zh(), violation.en())))
                .toList();
    }

    private static boolean wantsPage(RoutingContext request) {
        return switch (Surface.of(request)) {
            case PAGE -> true;
            case RATER ->
                !mentions(request, "Content-Type", "json")
                        && (mentions(request, "Accept", "html") || !mentions(request, "Accept", "json"));
            case API, OTHER -> false;
        };
    }

    private static boolean mentions(RoutingContext request, String header, String word) {
        String value = request.request().getHeader(header);
        return value != null && value.contains(word);
    }
}
