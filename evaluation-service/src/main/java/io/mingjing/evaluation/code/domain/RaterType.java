package io.mingjing.evaluation.code.domain;

import java.util.Arrays;
import java.util.Optional;

/** Who was served. Codes carry the position in this list: add at the end only. */
public enum RaterType {
    UNKNOWN,
    /** 办事企业. */
    ENTERPRISE,
    /** 群众. */
    INDIVIDUAL;

    /** Reads the word; empty where it is none of ours. */
    public static Optional<RaterType> ofWord(String word) {
        return Arrays.stream(values()).filter(type -> type.name().equals(word)).findFirst();
    }
}
