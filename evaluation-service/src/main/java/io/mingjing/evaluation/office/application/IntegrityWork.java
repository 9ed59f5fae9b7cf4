package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.office.domain.IntegrityState;
import io.mingjing.evaluation.office.domain.IntegrityStep;
import io.mingjing.evaluation.office.persistence.IntegritySteps;
import io.mingjing.evaluation.office.persistence.IntegritySteps.SealedStep;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What discipline does about integrity matters, step by step. A matter is known by a keyed hash of what was told and
 * of how many told the same before it, so the steps of a pending one are found again when its rating is in a leaf, and nothing points at the rating.
 */
@ApplicationScoped
public class IntegrityWork {

    private static final int SIZE = 4_096;
    private static final String KIND = "integrity";
    private static final int HASH = 32;
    private static final int PROOF = 8;

    /** The name of a matter; the first of its hashes is under the key in use. */
    record Name(List<byte[]> refs, String text) {}

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final OfficeSeals seals;
    private final IntegritySteps steps;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final Ids ids;

    IntegrityWork(
            OfficeRights rights,
            OfficeTrail trail,
            OfficeSeals seals,
            IntegritySteps steps,
            Idempotency idempotency,
            BusinessClock clock,
            Ids ids) {
        this.rights = rights;
        this.trail = trail;
        this.seals = seals;
        this.steps = steps;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Notes what was done.
     *
     * @param id name of the matter as it was shown
     * @param words 1 to 1000 characters
     * @param key of the request: the same again notes nothing
     * @throws ProblemException 404 for a name that was never shown; 409 where the matter is closed
     */
    @Transactional
    public void add(Actor actor, @Nullable String key, String id, IntegrityState state, String words) {
        Post post = rights.discipline(actor);
        byte[] ref = refOf(id);
        // The words are kept sealed: no hash of them that could be guessed at may lie beside the seal.
        byte[] hash = seals.ref("integrity request", Idempotency.hash(List.of(id, state, words)));
        if (idempotency.locationOf(actor, key, hash).isPresent()) {
            return;
        }
        steps.lock(ref);
        List<IntegrityStep> before = opened(List.of(ref));
        if (!before.isEmpty() && before.getLast().state().closing()) {
            throw new ProblemException(
                    CommonProblem.CONFLICT,
                    "该事项已办结，不能再添加",
                    "The matter is closed; nothing can be added",
                    List.of(),
                    Map.of("state", before.getLast().state().name()));
        }
        IntegrityStep step =
                new IntegrityStep(state, words, actor.subject(), actor.name(), post.toString(), clock.now());
        UUID row = ids.next();
        steps.add(new SealedStep(row, ref, seals.seal(KIND, row, SIZE, step)));
        trail.did(actor, post, "integrity", "INTEGRITY_STEP_ADDED", null, null, null);
        idempotency.remember(actor, key, hash, id);
    }

    /**
     * @param ordinal how many matters of the same words come before it, see {@link IntegrityMatters}
     */
    Name nameOf(PrivateMatter matter, int ordinal) {
        byte[] told = matter.told().getBytes(StandardCharsets.UTF_8);
        List<byte[]> refs = ordinal == 0
                ? seals.refs("integrity", told)
                : seals.refs(
                        "integrity",
                        told,
                        ByteBuffer.allocate(Integer.BYTES).putInt(ordinal).array());
        // Under the key that has steps for it, so that a rotation does not part a matter from them.
        byte[] ref = refs.stream()
                .filter(one -> !steps.of(List.of(one)).isEmpty())
                .findFirst()
                .orElse(refs.getFirst());
        return new Name(refs, HexFormat.of().formatHex(ref) + HexFormat.of().formatHex(proof(ref)));
    }

    List<IntegrityStep> stepsOf(Name name) {
        return opened(name.refs());
    }

    private List<IntegrityStep> opened(List<byte[]> refs) {
        return steps.of(refs).stream()
                .map(row -> seals.open(KIND, row.id(), row.seal(), IntegrityStep.class))
                .sorted(Comparator.comparing(IntegrityStep::at))
                .toList();
    }

    /** A name carries its own proof: one that we never showed is refused without opening anything. */
    private byte[] refOf(String id) {
        try {
            byte[] bytes = HexFormat.of().parseHex(id);
            if (bytes.length == HASH + PROOF) {
                byte[] ref = Arrays.copyOf(bytes, HASH);
                byte[] given = Arrays.copyOfRange(bytes, HASH, HASH + PROOF);
                if (seals.refs("integrity name", ref).stream()
                        .anyMatch(proof -> MessageDigest.isEqual(Arrays.copyOf(proof, PROOF), given))) {
                    return ref;
                }
            }
        } catch (IllegalArgumentException notHexadecimal) {
            // as good as unknown
        }
        throw new ProblemException(CommonProblem.NOT_FOUND, "没有这个事项", "There is no such matter");
    }

    private byte[] proof(byte[] ref) {
        return Arrays.copyOf(seals.ref("integrity name", ref), PROOF);
    }
}
