package io.mingjing.evaluation.selftest.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.selftest.application.ProbeCodes.ProbeCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rates once as a rater's browser does without scripts: opens the public address, sends the form it finds there, and asks
 * with the receipt whether the rating counts.
 */
@ApplicationScoped
class Probe {

    /** What came of it. */
    sealed interface Result {

        /** @param answerLength characters of the answer: the same for all levels */
        record Landed(int answerLength) implements Result {}

        /** @param step where it ended; says nothing of code or receipt */
        record Failed(String step) implements Result {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");
    private static final Pattern RECEIPT = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}\\b");

    private final URI base;
    private final HttpClient browser =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    Probe(EvaluationConfig config) {
        this(URI.create(config.rating().baseUrl()));
    }

    Probe(URI base) {
        this.base = base;
    }

    Result rate(ProbeCode code, int level) {
        try {
            HttpResponse<String> page =
                    send(HttpRequest.newBuilder(at("/r/" + code.text())).GET());
            String form = ratingForm(page.body());
            if (page.statusCode() != 200 || !form.contains("value=\"" + level + "\"")) {
                return new Result.Failed("page " + page.statusCode());
            }
            Map<String, String> fields = hidden(form);
            if (code.ticket() != null) {
                fields.put("ticket", code.ticket());
            }
            fields.put("level", Integer.toString(level));
            HttpResponse<String> answer = send(post("/r", fields));
            Matcher receipt = RECEIPT.matcher(answer.body());
            if (answer.statusCode() != 200 || !receipt.find()) {
                return new Result.Failed("answer " + answer.statusCode());
            }
            HttpResponse<String> counted = send(post("/r/receipt", Map.of("receipt", receipt.group())));
            return counted.statusCode() == 200
                    ? new Result.Landed(answer.body().length())
                    : new Result.Failed("receipt " + counted.statusCode());
        } catch (IOException unreachable) {
            return new Result.Failed(unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Result.Failed("stopping");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(
                request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private URI at(String path) {
        return URI.create(base + path);
    }

    /** A page may have another form before it, such as a kiosk's switch of language. */
    private static String ratingForm(String html) {
        int level = html.indexOf("name=\"level\"");
        int start = html.lastIndexOf("<form", level);
        int end = html.indexOf("</form>", level);
        return level < 0 || start < 0 || end < 0 ? "" : html.substring(start, end);
    }

    private static Map<String, String> hidden(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(form);
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        return fields;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
