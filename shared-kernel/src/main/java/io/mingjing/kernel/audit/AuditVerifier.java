package io.mingjing.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** Recomputes a chain and says where it breaks. */
@ApplicationScoped
public class AuditVerifier {

    private static final int PAGE = 500;

    private final AuditTrail trail;

    AuditVerifier(AuditTrail trail) {
        this.trail = trail;
    }

    /** The first sequence that is missing or does not follow from the one before; empty when the chain is whole. */
    public OptionalLong firstBreak(String aggregate) {
        byte[] previous = {};
        long expected = 1;
        List<AuditTrail.Entry> page;
        do {
            page = trail.read(aggregate, expected - 1, PAGE);
            for (AuditTrail.Entry entry : page) {
                byte[] hash = AuditHash.of(previous, expected, entry.act());
                if (entry.sequence() != expected
                        || !HexFormat.of().formatHex(hash).equals(entry.hash())) {
                    return OptionalLong.of(expected);
                }
                previous = hash;
                expected++;
            }
        } while (page.size() == PAGE);
        return OptionalLong.empty();
    }
}
