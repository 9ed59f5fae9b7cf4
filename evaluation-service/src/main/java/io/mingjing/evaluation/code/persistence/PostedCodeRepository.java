package io.mingjing.evaluation.code.persistence;

import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The register of posted codes. */
@ApplicationScoped
public class PostedCodeRepository implements PanacheRepositoryBase<PostedCode, UUID> {

    /** Before every other id. */
    public static final UUID FIRST = new UUID(0, 0);

    /** A place with a unit that owned it when a code was posted there. */
    public record Posted(String place, String ownerUnit) {}

    /** Where codes hang or hung. */
    public List<Posted> places() {
        return getEntityManager()
                .createQuery("select distinct place, ownerUnit from PostedCode", Posted.class)
                .getResultList();
    }

    /**
     * How a code ended.
     *
     * @param day civil day
     */
    public record Ended(String place, PostedState state, LocalDate day) {

        private static final Comparator<Ended> NEWEST_LAST =
                Comparator.comparing(Ended::day).thenComparing(Ended::state);
    }

    /** Places that have a code that takes ratings. */
    public List<String> placesThatTakeRatings() {
        return getEntityManager()
                .createQuery("select distinct place from PostedCode where state = :active", String.class)
                .setParameter("active", PostedState.ACTIVE)
                .getResultList();
    }

    /** How the newest of the codes that ended at some places ended, by place. */
    public Map<String, Ended> lastEnded(Collection<String> places) {
        return getEntityManager()
                .createQuery(
                        "select place, state, endedDay from PostedCode where place in :places and endedDay is not null",
                        Ended.class)
                .setParameter("places", places)
                .getResultStream()
                .collect(Collectors.toMap(Ended::place, Function.identity(), BinaryOperator.maxBy(Ended.NEWEST_LAST)));
    }

    /** Codes that take ratings. */
    public List<PostedCode> active() {
        return list("state", PostedState.ACTIVE);
    }

    /**
     * Codes in order of place and id.
     *
     * @param places the places asked for; null for all
     * @param lastPlace place of the last row seen, "" for the first page
     */
    public List<PostedCode> after(@Nullable Collection<String> places, String lastPlace, UUID lastId, int limit) {
        Parameters parameters = Parameters.with("lastPlace", lastPlace).and("lastId", lastId);
        String these = "";
        if (places != null) {
            these = "place in :places and ";
            parameters = parameters.and("places", places);
        }
        return find(
                        these + "(place > :lastPlace or (place = :lastPlace and id > :lastId)) order by place, id",
                        parameters)
                .page(0, limit)
                .list();
    }
}
