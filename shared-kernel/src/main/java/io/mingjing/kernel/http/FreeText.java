package io.mingjing.kernel.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Free text that a person wrote. A form parameter or JSON component of this type takes what a plain string refuses:
 * marks that turn the writing direction are taken out (they come along when text is pasted and can make a sentence show
 * other than it is). Line ends become LF, blanks around the text go. Control characters are refused as everywhere.
 */
public record FreeText(@JsonValue String value) {

    @JsonCreator
    public FreeText {
        value = withoutDirectionMarks(Characters.withPlainLineEnds(value)).strip();
        Characters.refuseUnseen("text", value);
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    /** Number of characters as a person counts them, not of UTF-16 units. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    private static String withoutDirectionMarks(String text) {
        return text.codePoints()
                .filter(c -> !Characters.turnsDirection(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
