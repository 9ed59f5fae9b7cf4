package io.mingjing.notification.recipient.domain;

import java.util.Locale;

/**
 * An office: a role at a unit, whoever holds it.
 *
 * @param role the word of the claim, such as {@code section_head}; the case in which it came does not matter
 */
public record Office(String role, String unit) {

    public Office {
        role = role.toLowerCase(Locale.ROOT);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Office parse(String text) {
        int at = text.indexOf('@');
        return new Office(text.substring(0, at), text.substring(at + 1));
    }

    @Override
    public String toString() {
        return role + "@" + unit;
    }
}
