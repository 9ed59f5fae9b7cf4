package io.mingjing.kernel.http;

import java.util.Arrays;
import java.util.Optional;

/** A post (岗位): a role at a unit. Written {@code role@unit-code}. */
public record Post(Role role, String unit) {

    /** Reads one entry of the claim; empty when it names no role we know or no unit. */
    public static Optional<Post> parse(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at == text.length() - 1) {
            return Optional.empty();
        }
        String word = text.substring(0, at);
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .map(role -> new Post(role, text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return role.word() + "@" + unit;
    }
}
