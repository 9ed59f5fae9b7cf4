package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.domain.Paraphrase.Content;
import io.mingjing.evaluation.office.persistence.LeavesToParaphrase;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The city office writes what the rated side may read of a leaf's notes (转述, anonymity rule K9). A rater's own words are
 * passed on only where he ticked 转原文, and then they are taken from the note, never from what somebody typed.
 */
@ApplicationScoped
public class Paraphrasing {

    /**
     * What somebody wants to pass on; exactly one of the first four.
     *
     * @param text the office's own words
     * @param categories codes of reasons that the notes come to
     * @param note the note whose rater asked for his own words to be passed on
     * @param nothing whether there is nothing to pass on
     * @param secondLook whether another person is to look at it first
     */
    public record Draft(
            @Nullable String text,
            List<String> categories,
            @Nullable UUID note,
            boolean nothing,
            boolean secondLook) {

        public Draft {
            categories = List.copyOf(categories);
        }

        @Override
        public String toString() {
            return "Draft[]";
        }
    }

    private static final String LOCATION = "/api/v1/paraphrases/";

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final NotesDesk desk;
    private final ParaphraseContents contents;
    private final ParaphraseRepository paraphrases;
    private final LeavesToParaphrase waiting;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final Ids ids;

    Paraphrasing(
            OfficeRights rights,
            OfficeTrail trail,
            NotesDesk desk,
            ParaphraseContents contents,
            ParaphraseRepository paraphrases,
            LeavesToParaphrase waiting,
            Idempotency idempotency,
            BusinessClock clock,
            Ids ids) {
        this.rights = rights;
        this.trail = trail;
        this.desk = desk;
        this.contents = contents;
        this.paraphrases = paraphrases;
        this.waiting = waiting;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Writes one.
     *
     * @param key of the request: the same again writes nothing
     * @return where it is
     * @throws ProblemException 404 for an unknown leaf; 422 for a city leaf, which no bureau reads, and for words that lead
     *     to a person
     */
    @Transactional
    public String write(Actor actor, @Nullable String key, UUID leaf, Draft draft) {
        Post post = rights.office(actor);
        byte[] hash = Idempotency.hash(List.of(leaf, draft));
        Optional<String> before = idempotency.locationOf(actor, key, hash);
        if (before.isPresent()) {
            return before.get();
        }
        LeafFacts facts = desk.required(leaf);
        if (facts.ofCity()) {
            throw ParaphraseContents.refused(
                    "leaf", "市级叶由市营商办自办，不向任何单位转述", "the office works the city's own leaf itself; nobody else reads it");
        }
        Content content = contents.of(leaf, draft);
        UUID id = ids.next();
        paraphrases.persist(
                Paraphrase.written(id, leaf, content, actor.subject(), actor.name(), draft.secondLook(), clock.now()));
        waiting.done(leaf);
        trail.did(
                actor,
                post,
                "paraphrase:" + id,
                "PARAPHRASE_WRITTEN",
                null,
                content.kind().name(),
                "leaf " + facts.number());
        idempotency.remember(actor, key, hash, LOCATION + id);
        return LOCATION + id;
    }

    /** @throws ProblemException 404; 409 where it awaits no second look; 409 for the author */
    @Transactional
    public void approve(Actor actor, UUID id) {
        Post post = rights.office(actor);
        Paraphrase paraphrase = locked(id);
        if (paraphrase.state() != Paraphrase.State.SECOND_LOOK) {
            throw state(paraphrase);
        }
        if (!paraphrase.awaits(actor.subject())) {
            throw EvaluationProblem.SECOND_PERSON.because(
                    "复核人须与撰写人不同，请由市营商办另一位同事复核",
                    "The second look is another person's: ask a colleague of the city office");
        }
        paraphrase.approve(clock.now());
        trail.did(actor, post, "paraphrase:" + id, "PARAPHRASE_APPROVED", "SECOND_LOOK", "READY", null);
    }

    /** Takes one back, as long as it is not published. */
    @Transactional
    public void drop(Actor actor, UUID id) {
        Post post = rights.office(actor);
        Paraphrase paraphrase = locked(id);
        if (!paraphrase.open()) {
            throw state(paraphrase);
        }
        String from = paraphrase.state().name();
        paraphrase.drop();
        waiting.droppedOf(paraphrase.leafId(), id);
        trail.did(actor, post, "paraphrase:" + id, "PARAPHRASE_DROPPED", from, "DROPPED", null);
    }

    private Paraphrase locked(UUID id) {
        return paraphrases
                .lock(id)
                .orElseThrow(
                        () -> new ProblemException(CommonProblem.NOT_FOUND, "没有这条转述", "There is no such paraphrase"));
    }

    private static ProblemException state(Paraphrase paraphrase) {
        return new ProblemException(
                CommonProblem.CONFLICT,
                "这条转述的状态已变，请刷新；已公布的不能更改，可另写一条",
                "It has changed since; what is published stays as it is, write a further one",
                List.of(),
                Map.of("state", paraphrase.state().name()));
    }
}
