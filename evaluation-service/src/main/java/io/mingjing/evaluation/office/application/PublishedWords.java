package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.office.application.OfficeRights.Reach;
import io.mingjing.evaluation.office.domain.CorrectionLine;
import io.mingjing.evaluation.office.persistence.CorrectionLines;
import io.mingjing.evaluation.office.persistence.PublishedParaphrases;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of the city office's work the rated side may read: published paraphrases and corrections of its own units. */
@ApplicationScoped
public class PublishedWords {

    private static final int PARTS = 2;

    private final OfficeRights rights;
    private final PublishedParaphrases paraphrases;
    private final CorrectionLines corrections;

    PublishedWords(OfficeRights rights, PublishedParaphrases paraphrases, CorrectionLines corrections) {
        this.rights = rights;
        this.paraphrases = paraphrases;
        this.corrections = corrections;
    }

    public ListPage<PublishedParaphrases.Line> paraphrases(Actor actor, @Nullable String after, int limit) {
        Reach reach = rights.reach(actor);
        Cursor cursor = Cursor.parse(after, PARTS);
        PublishedParaphrases.Mark mark = cursor == null
                ? null
                : new PublishedParaphrases.Mark(cursor.parts().getFirst(), id(cursor));
        List<PublishedParaphrases.Line> rows = paraphrases.page(reach.everything(), reach.units(), mark, limit + 1);
        return ListPage.cut(rows, limit, line -> Cursor.of(line.ownerUnit(), line.id()));
    }

    public ListPage<CorrectionLine> corrections(Actor actor, @Nullable String after, int limit) {
        Reach reach = rights.reach(actor);
        Cursor cursor = Cursor.parse(after, PARTS);
        CorrectionLines.Mark mark =
                cursor == null ? null : new CorrectionLines.Mark(cursor.parts().getFirst(), id(cursor));
        List<CorrectionLine> rows = corrections.page(reach.everything(), reach.units(), mark, limit + 1);
        return ListPage.cut(rows, limit, line -> Cursor.of(line.unit(), line.id()));
    }

    private static UUID id(Cursor cursor) {
        try {
            return UUID.fromString(cursor.parts().getLast());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
    }
}
