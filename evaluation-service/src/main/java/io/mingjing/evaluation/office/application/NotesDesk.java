package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.LeafNotes;
import io.mingjing.evaluation.leaf.domain.RaterNote;
import io.mingjing.evaluation.office.domain.LeafFacts;
import io.mingjing.evaluation.office.domain.Paraphrase;
import io.mingjing.evaluation.office.persistence.LeafRows;
import io.mingjing.evaluation.office.persistence.LeafRows.Mark;
import io.mingjing.evaluation.office.persistence.LeafRows.Noted;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leaves with raters' own words, and those words, for the city office (anonymity rule K9). */
@ApplicationScoped
public class NotesDesk {

    /**
     * A note with what the office may do with it.
     *
     * @param passedOn whether it was passed on verbatim already
     */
    public record OpenedNote(RaterNote note, boolean passedOn) {}

    private static final int PARTS = 2;

    private final OfficeRights rights;
    private final OfficeTrail trail;
    private final OfficeSeals seals;
    private final LeafRows leaves;
    private final LeafNotes notes;
    private final ParaphraseRepository paraphrases;

    NotesDesk(
            OfficeRights rights,
            OfficeTrail trail,
            OfficeSeals seals,
            LeafRows leaves,
            LeafNotes notes,
            ParaphraseRepository paraphrases) {
        this.rights = rights;
        this.trail = trail;
        this.seals = seals;
        this.leaves = leaves;
        this.notes = notes;
        this.paraphrases = paraphrases;
    }

    /**
     * Leaves with notes, newest slot first; nothing of the notes themselves.
     *
     * @param open only those for which nothing was written yet
     */
    public ListPage<Noted> leaves(Actor actor, boolean open, @Nullable String after, int limit) {
        rights.office(actor);
        List<Noted> rows = leaves.withNotes(open, mark(after), limit + 1);
        return ListPage.cut(
                rows, limit, row -> Cursor.of(row.leaf().slot(), row.leaf().id()));
    }

    /** @throws ProblemException 404 where there is no such leaf */
    public LeafFacts leaf(Actor actor, UUID id) {
        rights.office(actor);
        return required(id);
    }

    /**
     * Opens the notes of a leaf, by their random ids. Who looked at which leaf is recorded before anything is handed out,
     * with every page.
     *
     * @throws ProblemException 404 where there is no such leaf
     */
    public ListPage<OpenedNote> notes(Actor actor, UUID leaf, @Nullable String after, int limit) {
        Post post = rights.office(actor);
        required(leaf);
        Cursor cursor = Cursor.parse(after, 1);
        String seen = cursor == null ? "" : cursor.parts().getFirst();
        List<Paraphrase> written = paraphrases.ofLeaf(leaf);
        List<OpenedNote> rows = notes.of(leaf).stream()
                .filter(note -> note.id().toString().compareTo(seen) > 0)
                .sorted(Comparator.comparing(note -> note.id().toString()))
                .limit(limit + 1L)
                .map(note -> new OpenedNote(note, passedOn(note, written)))
                .toList();
        trail.looked(actor, post, "leaf-notes:" + leaf, "LEAF_NOTES_VIEWED");
        return ListPage.cut(rows, limit, row -> Cursor.of(row.note().id()));
    }

    /** What was written for a leaf, whatever became of it, by random id. */
    public ListPage<Paraphrase> written(Actor actor, UUID leaf, @Nullable String after, int limit) {
        rights.office(actor);
        required(leaf);
        Cursor cursor = Cursor.parse(after, 1);
        String seen = cursor == null ? "" : cursor.parts().getFirst();
        List<Paraphrase> rows = paraphrases.ofLeaf(leaf).stream()
                .filter(one -> one.id().toString().compareTo(seen) > 0)
                .sorted(Comparator.comparing(one -> one.id().toString()))
                .limit(limit + 1L)
                .toList();
        return ListPage.cut(rows, limit, one -> Cursor.of(one.id()));
    }

    LeafFacts required(UUID id) {
        return leaves.find(id)
                .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND, "没有这个叶", "There is no such leaf"));
    }

    private boolean passedOn(RaterNote note, List<Paraphrase> written) {
        return seals.refs("verbatim", bytes(note.id())).stream()
                .anyMatch(ref -> written.stream().anyMatch(one -> one.passesOn(ref)));
    }

    static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static @Nullable Mark mark(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, PARTS);
        if (cursor == null) {
            return null;
        }
        try {
            return new Mark(
                    LocalDate.parse(cursor.parts().getFirst()),
                    UUID.fromString(cursor.parts().getLast()));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
    }
}
