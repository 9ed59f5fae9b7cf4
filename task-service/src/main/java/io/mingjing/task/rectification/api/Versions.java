package io.mingjing.task.rectification.api;

import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.task.Violations;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Versions as ETag and If-Match. */
final class Versions {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private Versions() {}

    static RestResponse<TaskResponse> withTag(TaskResponse task) {
        return RestResponse.ResponseBuilder.ok(task)
                .header(HttpHeaders.ETAG, "\"" + task.version() + "\"")
                .build();
    }

    /** The version in If-Match; null where the caller sends none. */
    static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || header.isBlank() || "*".equals(header.strip())) {
            return null;
        }
        Matcher tag = TAG.matcher(header.strip());
        return number(HttpHeaders.IF_MATCH, tag.matches() ? tag.group(1) : header);
    }

    /** A number inside a header or cursor. */
    static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            Violations violations = new Violations();
            violations.add(field, "请原样使用服务器返回的值", "send back what the server answered, as it is");
            throw violations.refusal(CommonProblem.BAD_REQUEST);
        }
    }
}
