package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.leaf.application.LeafNotes;
import io.mingjing.evaluation.leaf.domain.RaterNote;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.domain.Paraphrase.Content;
import io.mingjing.evaluation.office.domain.Paraphrase.Kind;
import io.mingjing.evaluation.office.domain.WordsRule;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Idempotency;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final OfficeSeals seals;
    private final NotesDesk desk;
    private final LeafNotes notes;
    private final Scales scales;
    private final ParaphraseRepository paraphrases;
    private final Idempotency idempotency;
    private final BusinessClock clock;
    private final Ids ids;

    Paraphrasing(
            OfficeRights rights,
            OfficeTrail trail,
            OfficeSeals seals,
            NotesDesk desk,
            LeafNotes notes,
            Scales scales,
            ParaphraseRepository paraphrases,
            Idempotency idempotency,
            BusinessClock clock,
            Ids ids) {
        this.rights = rights;
        this.trail = trail;
        this.seals = seals;
        this.desk = desk;
        this.notes = notes;
        this.scales = scales;
        this.paraphrases = paraphrases;
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
            throw refused(
                    "leaf", "市级叶由市营商办自办，不向任何单位转述", "the office works the city's own leaf itself; nobody else reads it");
        }
        Content content = content(leaf, draft);
        UUID id = ids.next();
        paraphrases.persist(
                Paraphrase.written(id, leaf, content, actor.subject(), actor.name(), draft.secondLook(), clock.now()));
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
        trail.did(actor, post, "paraphrase:" + id, "PARAPHRASE_DROPPED", from, "DROPPED", null);
    }

    /** Reasons that a note may come to: those of every level, integrity matters apart. */
    public List<Scale.Reason> categories() {
        Map<String, Scale.Reason> byCode = new LinkedHashMap<>();
        scales.on(clock.today()).levels().reversed().stream()
                .flatMap(level -> level.reasons().stream())
                .filter(reason -> !reason.integrity())
                .forEach(reason -> byCode.putIfAbsent(reason.code(), reason));
        return List.copyOf(byCode.values());
    }

    private Content content(UUID leaf, Draft draft) {
        List<RaterNote> open = notes.of(leaf);
        if (open.isEmpty()) {
            throw refused("leaf", "这个叶没有文字意见", "this leaf has no notes");
        }
        if (draft.note() != null) {
            return verbatim(open, draft.note());
        }
        if (draft.nothing()) {
            return new Content(Kind.NOTHING, "", null);
        }
        if (!draft.categories().isEmpty()) {
            return new Content(Kind.CATEGORIES, "群众意见归类：" + words(draft.categories()), null);
        }
        String text = draft.text() == null ? "" : draft.text().strip();
        check(text, open);
        return new Content(Kind.WORDS, text, null);
    }

    private Content verbatim(List<RaterNote> open, UUID id) {
        RaterNote note = open.stream()
                .filter(one -> one.id().equals(id) && one.verbatim())
                .findFirst()
                .orElseThrow(() ->
                        refused("note", "评价人没有同意转原文，请转述", "its rater did not ask for his own words: paraphrase it"));
        if (WordsRule.namesNumber(note.words())) {
            throw refused("note", "原文含有电话、证件或办件号码，请转述", "it has a number that leads to a person: paraphrase it");
        }
        boolean again = seals.refs("verbatim", NotesDesk.bytes(id)).stream()
                .anyMatch(ref -> paraphrases.count("noteRef = ?1 and state <> ?2", ref, Paraphrase.State.DROPPED) > 0);
        if (again) {
            throw refused("note", "这条原文已经转出", "these words were passed on already");
        }
        return new Content(Kind.VERBATIM, "原文（评价人同意转出）：" + note.words(), seals.ref("verbatim", NotesDesk.bytes(id)));
    }

    private void check(String text, List<RaterNote> open) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > WordsRule.LONGEST) {
            throw refused("text", "请填写转述，1 至 500 字；或勾选归类", "write 1 to 500 characters, or tick categories");
        }
        if (WordsRule.namesNumber(text)) {
            throw refused("text", "请删去电话、证件或办件号码", "leave out numbers that lead to a person");
        }
        List<String> own = open.stream()
                .filter(note -> !note.verbatim())
                .map(RaterNote::words)
                .toList();
        if (WordsRule.repeats(text, own)) {
            throw refused(
                    "text",
                    "与评价人原话连续雷同，可能让人认出，请换个说法",
                    "it repeats a rater's own turn of phrase: say it in other words");
        }
    }

    private String words(List<String> codes) {
        Map<String, String> known = categories().stream()
                .collect(Collectors.toMap(Scale.Reason::code, Scale.Reason::zh, (one, other) -> one));
        return codes.stream()
                .distinct()
                .map(code -> Optional.ofNullable(known.get(code))
                        .orElseThrow(() -> refused("categories", "没有原因代码 " + code, "there is no reason " + code)))
                .collect(Collectors.joining("；"));
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

    private static ProblemException refused(String field, String zh, String en) {
        return new ProblemException(
                EvaluationProblem.PARAPHRASE_WORDS, zh, en, List.of(new Violation(field, zh, en)), Map.of());
    }
}
