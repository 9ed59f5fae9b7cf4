package io.mingjing.notification.digest.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Knows what the digest of the hour that runs is to say. Never asked inside a transaction. */
public interface DigestSource {

    /** What came of asking. */
    sealed interface Answer {

        /** The digest. */
        record Taken(Digest digest) implements Answer {}

        /** It could not be asked, or did not answer. */
        record NoAnswer(String cause) implements Answer {}
    }

    /** @param said the last hour that is through, whatever became of its mail; null where there was none */
    Answer ask(@Nullable Instant said);
}
