package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.application.Submission;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page's form sends. Reasons of levels that were chosen first and given up again are sent too; they do not count. */
record RatingForm(
        String code, String matter, @Nullable Integer level, List<String> reasons, String note, String raterType) {

    static RatingForm of(MultivaluedMap<String, String> fields) {
        Integer level = level(first(fields, "level"));
        List<String> reasons = fields.get("reasons" + level);
        return new RatingForm(
                first(fields, "code"),
                first(fields, "matter"),
                level,
                reasons == null ? List.of() : List.copyOf(reasons),
                first(fields, "note"),
                first(fields, "raterType"));
    }

    Submission submission(String nonce) {
        return new Submission(code, matter, level, List.copyOf(reasons), note, raterType, nonce);
    }

    private static String first(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }

    private static @Nullable Integer level(String text) {
        return text.matches("[0-9]") ? Integer.valueOf(text) : null;
    }

    @Override
    public String toString() {
        return "RatingForm[]";
    }
}
