package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.RaterNote;
import io.mingjing.evaluation.leaf.persistence.MixedRatings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The raters' own words of closed leaves, for the city office. Whoever opens them sees to the right and to the audit. */
@ApplicationScoped
public class LeafNotes {

    private final MixedRatings mixed;
    private final LeafSeals seals;

    LeafNotes(MixedRatings mixed, LeafSeals seals) {
        this.mixed = mixed;
        this.seals = seals;
    }

    /** The notes of a leaf, opened, by their random ids. */
    public List<RaterNote> of(UUID leaf) {
        return mixed.notesOf(leaf).stream()
                .map(note -> seals.openNote(leaf, note.id(), note.seal()))
                .toList();
    }
}
