package io.mingjing.evaluation.code.domain;

import java.util.Arrays;

/** With what a key signs codes. The key carries it; nothing in a code does. */
public enum MacAlgorithm {
    HMAC_SHA256("HMAC-SHA256"),
    /** 国密 SM3 (GB/T 32905). */
    HMAC_SM3("HMAC-SM3");

    private final String word;

    MacAlgorithm(String word) {
        this.word = word;
    }

    /** The word in the database and in the configuration. */
    public String word() {
        return word;
    }

    public static MacAlgorithm ofWord(String word) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no MAC algorithm: " + word));
    }
}
