package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.NoCode;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository.Ended;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where nobody can rate without a visit's code: windows, section doors, notice boards and kiosks that have no
 * posted code that takes ratings. Worked out when asked for; whoever posts a code takes its place off the list.
 */
@ApplicationScoped
public class PlacesWithoutCode {

    private static final Set<SpotKind> RATED_BY_POSTED_CODES =
            EnumSet.of(SpotKind.WINDOW, SpotKind.SECTION_DOOR, SpotKind.NOTICE_BOARD, SpotKind.KIOSK);

    /**
     * A place.
     *
     * @param hall name of its hall; null where it is in none
     * @param ownerUnit unit that owns it today
     * @param since last day of its last code; null where it never had one
     */
    public record Missing(
            String place,
            SpotKind kind,
            String name,
            @Nullable String hallCode,
            @Nullable String hall,
            String ownerUnit,
            NoCode why,
            @Nullable LocalDate since) {}

    private final Places places;
    private final PostedCodeRepository codes;
    private final PostedRights rights;
    private final BusinessClock clock;

    PlacesWithoutCode(Places places, PostedCodeRepository codes, PostedRights rights, BusinessClock clock) {
        this.places = places;
        this.codes = codes;
        this.rights = rights;
        this.clock = clock;
    }

    /** Those within the actor's reach, in order of their codes. */
    public ListPage<Missing> page(Actor actor, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after, 1);
        String last = cursor == null ? "" : cursor.parts().getFirst();
        LocalDate today = clock.today();
        Set<String> covered = Set.copyOf(codes.placesThatTakeRatings());
        BiPredicate<String, String> readable = rights.reading(actor);
        List<Spot> without = places.catalogue().spots().stream()
                .filter(spot -> RATED_BY_POSTED_CODES.contains(spot.kind()) && !covered.contains(spot.code()))
                .filter(spot -> spot.code().compareTo(last) > 0)
                .filter(spot -> readable.test(spot.code(), spot.ownerOn(today)))
                .sorted(Comparator.comparing(Spot::code))
                .limit(limit + 1L)
                .toList();
        Map<String, Ended> ended =
                codes.lastEnded(without.stream().map(Spot::code).toList());
        return ListPage.cut(without, limit, spot -> Cursor.of(spot.code()))
                .map(spot -> missing(spot, ended.get(spot.code()), today));
    }

    private static Missing missing(Spot spot, @Nullable Ended ended, LocalDate today) {
        return new Missing(
                spot.code(),
                spot.kind(),
                spot.name(),
                spot.hallCode(),
                spot.hall(),
                spot.ownerOn(today),
                ended == null ? NoCode.NEVER_POSTED : NoCode.of(ended.state()),
                ended == null ? null : ended.day());
    }
}
