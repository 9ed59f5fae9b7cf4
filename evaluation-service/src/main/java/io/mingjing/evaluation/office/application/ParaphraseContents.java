package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.intake.application.Scales;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.leaf.application.LeafNotes;
import io.mingjing.evaluation.leaf.domain.RaterNote;
import io.mingjing.evaluation.office.application.Paraphrasing.Draft;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.domain.Paraphrase.Content;
import io.mingjing.evaluation.office.domain.Paraphrase.Kind;
import io.mingjing.evaluation.office.domain.WordsRule;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What may be passed on of a leaf's notes (anonymity rule K9), checked against the notes themselves. */
@ApplicationScoped
public class ParaphraseContents {

    private final OfficeSeals seals;
    private final LeafNotes notes;
    private final Scales scales;
    private final ParaphraseRepository paraphrases;
    private final BusinessClock clock;

    ParaphraseContents(
            OfficeSeals seals, LeafNotes notes, Scales scales, ParaphraseRepository paraphrases, BusinessClock clock) {
        this.seals = seals;
        this.notes = notes;
        this.scales = scales;
        this.paraphrases = paraphrases;
        this.clock = clock;
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

    Content of(UUID leaf, Draft draft) {
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

    static ProblemException refused(String field, String zh, String en) {
        return new ProblemException(
                EvaluationProblem.PARAPHRASE_WORDS, zh, en, List.of(new Violation(field, zh, en)), Map.of());
    }
}
