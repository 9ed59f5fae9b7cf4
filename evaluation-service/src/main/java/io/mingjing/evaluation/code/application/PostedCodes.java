package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedLayout;
import io.mingjing.evaluation.code.domain.Ticket;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads place codes (评价点码). The register is held in memory, so that a scan asks the database nothing; it is
 * read anew after each change made here, and every few seconds for changes made by another replica.
 */
@ApplicationScoped
public class PostedCodes {

    /** What a text turned out to be. */
    public sealed interface Reading {

        record Good(PostedCode code) implements Reading {}

        /** Ours, but withdrawn or damaged: it takes no rating, and its page says so. */
        record Withdrawn(PostedCode code) implements Reading {}

        /** Not ours: forged, mistyped, or made with a key that was revoked. */
        record NotOurs() implements Reading {}
    }

    /** Said after something changed; the register is read anew once it is committed. */
    record PostedCodesChanged(int number) {}

    private static final String USE = "place code";

    private final CodeSigning signing;
    private final PostedCodeRepository register;
    private final EvaluationConfig config;
    private volatile @Nullable Map<Integer, PostedCode> known;

    PostedCodes(CodeSigning signing, PostedCodeRepository register, EvaluationConfig config) {
        this.signing = signing;
        this.register = register;
        this.config = config;
    }

    /** @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked */
    public Reading read(String text) {
        return PostedLayout.parse(text)
                .filter(parts -> signing.isOurs(KeyPurpose.POSTED, parts.kid(), USE, parts.signed(), parts.mac()))
                .map(parts -> of(parts.number()))
                .orElseGet(Reading.NotOurs::new);
    }

    /** What has become of the code whose scan gave a ticket: it may have been withdrawn since. */
    public Reading of(Ticket ticket) {
        return of(ticket.number());
    }

    /**
     * The text that is printed: the same each time as long as the key is.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the keys are locked
     */
    public String write(PostedCode code) {
        RingKey key = signing.active(KeyPurpose.POSTED);
        byte[] signed = PostedLayout.signed(key.kid(), code.number());
        return PostedLayout.text(signed, signing.mac(key, USE, signed));
    }

    /** The address for the printed QR code. */
    public String urlOf(PostedCode code) {
        return config.rating().baseUrl() + "/r/" + write(code);
    }

    /** Codes that take ratings, as far as this process knows. */
    public List<PostedCode> active() {
        Map<Integer, PostedCode> codes = known;
        return (codes == null ? load() : codes)
                .values().stream().filter(PostedCode::isActive).toList();
    }

    public void refresh() {
        load();
    }

    private Reading of(int number) {
        Map<Integer, PostedCode> codes = known;
        PostedCode code = codes == null ? null : codes.get(number);
        if (code == null) {
            // Registered by another replica a moment ago; the code is genuine, so asking once more costs little.
            code = load().get(number);
        }
        return Optional.ofNullable(code)
                .<Reading>map(found -> found.isActive() ? new Reading.Good(found) : new Reading.Withdrawn(found))
                .orElseGet(Reading.NotOurs::new);
    }

    private Map<Integer, PostedCode> load() {
        Map<Integer, PostedCode> read = QuarkusTransaction.requiringNew().call(() -> register.listAll().stream()
                .collect(Collectors.toMap(PostedCode::number, Function.identity())));
        known = read;
        return read;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) PostedCodesChanged event) {
        known = null;
    }
}
