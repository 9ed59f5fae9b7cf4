package io.mingjing.kernel.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The characters no text may contain: controls other than TAB and LF (PostgreSQL cannot store NUL, and the others have no
 * business in a name or a sentence), lone surrogates, and the marks U+202A–202E and U+2066–2069 that turn the writing
 * direction, with which a text can show other than it is.
 */
public final class Characters {

    private Characters() {}

    /**
     * Refuses text with such a character.
     *
     * @param field name of the field, for the violation
     * @throws ProblemException bad request naming field and character
     */
    public static void refuseUnseen(String field, String text) {
        refuse(field, text, c -> isControl(c) || turnsDirection(c));
    }

    /** The same without the direction marks, where they will be taken out. */
    static void refuseControls(String field, String text) {
        refuse(field, text, Characters::isControl);
    }

    private static void refuse(String field, String text, IntPredicate refused) {
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            if (refused.test(character)) {
                throw unseen(field, character);
            }
            at += Character.charCount(character);
        }
    }

    private static ProblemException unseen(String field, int character) {
        String code = String.format(Locale.ROOT, "U+%04X", character);
        ProblemException.Violation violation = new ProblemException.Violation(
                field,
                "含有不可见字符 " + code + "，请删除后重试（只允许制表符和换行）",
                "contains the invisible character " + code + "; remove it (only TAB and LF are allowed)");
        return new ProblemException(
                CommonProblem.BAD_REQUEST,
                "文字中含有不允许的字符",
                "The text contains a character that is not allowed",
                List.of(violation),
                Map.of());
    }

    /** Line ends as LF: forms send CR LF. */
    public static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    static boolean turnsDirection(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isControl(int c) {
        return (Character.isISOControl(c) && c != '\t' && c != '\n')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
