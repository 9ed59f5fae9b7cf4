package io.mingjing.evaluation.office.application;

import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.FreeText;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people write here, checked alike for pages and programs. */
public final class Words {

    private Words() {}

    /**
     * @param field name of the field, for the answer
     * @param longest characters
     * @throws ProblemException 400 where it is missing or too long
     */
    public static String required(String field, @Nullable FreeText given, int longest) {
        if (given == null || given.isEmpty() || given.length() > longest) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "请填写文字",
                    "Words are missing",
                    List.of(new Violation(field, "1 至 " + longest + " 字", "1 to " + longest + " characters")),
                    Map.of());
        }
        return given.value();
    }
}
