package io.mingjing.evaluation.code.domain;

import java.util.Arrays;

/** What a key of a ring is good for. */
public enum KeyState {
    /** Makes and checks. */
    ACTIVE("active"),
    /** Checks what it once made. */
    VERIFY_ONLY("verify-only"),
    /** Nothing any more: what it made is refused. */
    REVOKED("revoked");

    private final String word;

    KeyState(String word) {
        this.word = word;
    }

    /** The word in the database. */
    public String word() {
        return word;
    }

    public static KeyState ofWord(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no key state: " + word));
    }
}
