package io.mingjing.evaluation.number.application;

import io.mingjing.evaluation.number.domain.PublishedLeaf;
import io.mingjing.evaluation.number.domain.Reach;
import io.mingjing.evaluation.number.persistence.PublishedLeaves;
import io.mingjing.evaluation.number.persistence.PublishedLeaves.Mark;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The closed leaves that somebody may read, page by page. There is no filter: a filter would cut leaves apart. */
@ApplicationScoped
public class Publication {

    private static final int PARTS = 3;

    private final PublishedLeaves leaves;
    private final CityPosts city;

    Publication(PublishedLeaves leaves, CityPosts city) {
        this.leaves = leaves;
        this.city = city;
    }

    /**
     * @throws io.mingjing.kernel.http.ProblemException bad request, when the cursor is not one of ours
     */
    public ListPage<PublishedLeaf> page(Actor actor, @Nullable String after, int limit) {
        List<PublishedLeaf> rows = leaves.page(Reaches.of(actor, city), mark(Cursor.parse(after, PARTS)), limit + 1);
        return ListPage.cut(rows, limit, Publication::cursor);
    }

    /**
     * The city's own leaves, for the city side only.
     *
     * @throws ProblemException forbidden, where the post is not one of the city itself; bad request for a foreign cursor
     */
    public ListPage<PublishedLeaf> cityPage(Actor actor, @Nullable String after, int limit) {
        if (!(Reaches.of(actor, city) instanceof Reach.Everything)) {
            throw new ProblemException(
                    CommonProblem.FORBIDDEN,
                    "市级评价结果只对市营商办和市级监督岗位开放",
                    "The city's own leaves are for posts of the city office and the city's oversight");
        }
        List<PublishedLeaf> rows = leaves.cityPage(mark(Cursor.parse(after, PARTS)), limit + 1);
        return ListPage.cut(rows, limit, Publication::cursor);
    }

    private static String cursor(PublishedLeaf leaf) {
        return Cursor.of(leaf.ownerUnit(), leaf.placeCode() == null ? "" : leaf.placeCode(), leaf.id());
    }

    private static @Nullable Mark mark(@Nullable Cursor cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new Mark(
                    cursor.parts().get(0),
                    cursor.parts().get(1),
                    UUID.fromString(cursor.parts().get(2)));
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.foreign();
        }
    }
}
