package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes and checks visit codes. A code is checked in memory, in constant time, before anything else is done with it. */
@Singleton
public class VisitCodes {

    /** What a text turned out to be. */
    public sealed interface Reading {

        record Good(VisitCode code) implements Reading {}

        /** Ours, but its last day is over. */
        record Expired() implements Reading {}

        /** Not ours: forged, damaged, or made with a key that was revoked. */
        record NotOurs() implements Reading {}
    }

    private static final String USE = "visit code";

    private final CodeSigning signing;
    private final BusinessClock clock;

    VisitCodes(CodeSigning signing, BusinessClock clock) {
        this.signing = signing;
        this.clock = clock;
    }

    public String write(VisitCode code) {
        RingKey key = signing.active(KeyPurpose.CODE);
        byte[] signed = CodeLayout.signed(key.kid(), code);
        return CodeLayout.text(signed, signing.mac(key, USE, signed));
    }

    /** @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked */
    public Reading read(String text) {
        Optional<CodeLayout.Parts> parts = CodeLayout.parse(text);
        if (parts.isEmpty() || !signedByUs(parts.get())) {
            return new Reading.NotOurs();
        }
        VisitCode code = parts.get().code();
        return clock.today().isAfter(code.expDay()) ? new Reading.Expired() : new Reading.Good(code);
    }

    private boolean signedByUs(CodeLayout.Parts parts) {
        return signing.isOurs(KeyPurpose.CODE, parts.kid(), USE, parts.signed(), parts.mac());
    }
}
