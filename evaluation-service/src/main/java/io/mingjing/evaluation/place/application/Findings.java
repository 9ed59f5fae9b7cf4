package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.domain.Finding;
import io.mingjing.evaluation.place.persistence.FindingStore;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody should put right in the register: the city sees all of it, an administrator what lies in their reach. */
@ApplicationScoped
public class Findings {

    private static final Set<Role> EVERYWHERE = Set.of(Role.CITY_OFFICE, Role.OPERATIONS, Role.OVERSIGHT);
    private static final Set<Role> WITHIN = Set.of(Role.UNIT_ADMIN, Role.INTEGRATION);

    private final FindingStore store;
    private final CityPosts city;
    private final Silence silence;
    private final BusinessClock clock;

    Findings(FindingStore store, CityPosts city, Silence silence, BusinessClock clock) {
        this.store = store;
        this.city = city;
        this.silence = silence;
        this.clock = clock;
    }

    /** In order of kind and code. */
    public ListPage<Finding> page(Actor actor, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 2);
        boolean all = city.heldBy(actor, EVERYWHERE).isPresent();
        List<String> units = actor.posts().stream()
                .filter(post -> WITHIN.contains(post.role()))
                .map(Post::unit)
                .toList();
        List<Finding> found = store.after(
                clock.today(),
                silence.notBefore(),
                all,
                units,
                cursor == null ? "" : cursor.parts().get(0),
                cursor == null ? "" : cursor.parts().get(1),
                limit + 1);
        return ListPage.cut(found, limit, finding -> Cursor.of(finding.kind(), finding.code()));
    }
}
