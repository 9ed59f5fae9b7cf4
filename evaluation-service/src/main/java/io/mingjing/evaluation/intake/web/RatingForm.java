package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.Submission;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page's form sends. Reasons of levels that were chosen first and given up again are sent too; they do not count.
 *
 * @param kiosk place code of the device, empty where it has none; null where the page is no kiosk's
 * @param nonce a kiosk's, which has no cookie
 * @param speak a kiosk's language, which has no cookie either
 * @param trap what stands in the field that people do not see
 */
record RatingForm(
        String code,
        String ticket,
        String matter,
        @Nullable Integer level,
        List<String> reasons,
        String note,
        String raterType,
        boolean coerced,
        boolean verbatim,
        boolean contested,
        @Nullable String kiosk,
        String nonce,
        String speak,
        String trap) {

    /** Name of the field that people do not see. */
    static final String TRAP = "website";

    private static final int MOST_FIELDS = 150;

    /**
     * Reads the body of the form itself, because a mistake in a field must not cost the rater the other answers.
     *
     * @throws ProblemException bad request, where it is not a form
     */
    static RatingForm of(String body) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String pair : body.split("&", MOST_FIELDS + 1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && fields.size() < MOST_FIELDS) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        Integer level = level(first(fields, "level"));
        return new RatingForm(
                first(fields, "code"),
                first(fields, "ticket"),
                first(fields, "matter"),
                level,
                List.copyOf(fields.getOrDefault("reasons" + level, List.of())),
                first(fields, "note"),
                first(fields, "raterType"),
                fields.containsKey("coerced"),
                fields.containsKey("verbatim"),
                fields.containsKey("contested"),
                fields.containsKey("kiosk") ? first(fields, "kiosk") : null,
                first(fields, "nonce"),
                first(fields, "speak"),
                first(fields, TRAP));
    }

    Submission submission() {
        return new Submission(
                code, ticket, matter, level, List.copyOf(reasons), note, raterType, coerced, verbatim, contested);
    }

    /** What was sent, for a page from which it can be sent again. */
    List<RefusedPage.Field> fields() {
        List<RefusedPage.Field> all = new ArrayList<>();
        add(all, "code", code);
        add(all, "ticket", ticket);
        add(all, "matter", matter);
        add(all, "level", level == null ? "" : level.toString());
        reasons.forEach(reason -> add(all, "reasons" + level, reason));
        add(all, "note", note);
        add(all, "raterType", raterType);
        add(all, "coerced", coerced ? "1" : "");
        add(all, "verbatim", verbatim ? "1" : "");
        add(all, "contested", contested ? "1" : "");
        if (kiosk != null) {
            all.add(new RefusedPage.Field("kiosk", kiosk));
            add(all, "nonce", nonce);
            add(all, "speak", speak);
        }
        add(all, TRAP, trap);
        return all;
    }

    private static void add(List<RefusedPage.Field> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.add(new RefusedPage.Field(name, value));
        }
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEncoding) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "表单的编码有误，请返回重试",
                    "The form is not encoded correctly; go back and try again");
        }
    }

    private static @Nullable Integer level(String text) {
        return text.matches("[0-9]") ? Integer.valueOf(text) : null;
    }

    @Override
    public String toString() {
        return "RatingForm[]";
    }
}
