package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.VisitTags;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Served;
import io.mingjing.evaluation.leaf.domain.Streams;
import io.mingjing.evaluation.leaf.persistence.PendingBoxes;
import io.mingjing.evaluation.leaf.persistence.StoredBox;
import io.mingjing.evaluation.leaf.persistence.VisitCounts;
import io.mingjing.evaluation.leaf.persistence.VisitCounts.FinishedVisit;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens the pending boxes of a place and sorts them into pools, with the visits that were served there. */
@ApplicationScoped
class PoolAssembly {

    /** A box that does not open. */
    record Unreadable(StoredBox box, String cause) {}

    /**
     * What lies at a place.
     *
     * @param tests boxes of the self-test with the numbers of their visits, which are in no count either
     */
    record Place(List<Pool> pools, List<Unreadable> unreadable, List<StoredBox> tests, Set<String> testVisits) {}

    private final PendingBoxes boxes;
    private final VisitCounts visits;
    private final Seals seals;
    private final VisitTags tags;
    private final Places places;
    private final PoorLevels poor;

    PoolAssembly(PendingBoxes boxes, VisitCounts visits, Seals seals, VisitTags tags, Places places, PoorLevels poor) {
        this.boxes = boxes;
        this.visits = visits;
        this.seals = seals;
        this.tags = tags;
        this.places = places;
        this.poor = poor;
    }

    /**
     * @param slotDay ratings of later visits wait for a later slot
     */
    Place at(String code, LocalDate slotDay) {
        Map<StoredBox, RatingRecord> opened = new LinkedHashMap<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (StoredBox box : boxes.at(code)) {
            switch (seals.open(box.expDay(), box.h(), box.box())) {
                case Opened.Readable readable -> opened.put(box, readable.rating());
                case Opened.Unreadable bad -> unreadable.add(new Unreadable(box, bad.cause()));
            }
        }
        opened.values().removeIf(rating -> rating.visitDay().isAfter(slotDay));
        boolean feed =
                places.catalogue().window(code).map(Catalogue.Window::feed).orElse(false);
        LocalDate from = opened.values().stream()
                .map(RatingRecord::visitDay)
                .min(LocalDate::compareTo)
                .orElse(null);
        List<FinishedVisit> finished = visits.of(code, from, slotDay).stream()
                .filter(visit -> !feed || visit.confirmed())
                .toList();
        Map<ByteBuffer, String> tagged = tagged(finished, from);
        List<StoredBox> tests = new ArrayList<>();
        Set<String> testVisits = new HashSet<>();
        List<Ballot> ballots = new ArrayList<>();
        opened.forEach((box, rating) -> {
            String visit = tagged.get(ByteBuffer.wrap(rating.visitTag()));
            if (rating.test()) {
                tests.add(box);
                if (visit != null) {
                    testVisits.add(visit);
                }
                return;
            }
            boolean confirmed = visit != null || !rating.stream().equals(Streams.VISIT);
            Ballot ballot = new Ballot(box.expDay(), box.h(), code, rating, poor.holds(rating), confirmed);
            if (!ballot.waits(slotDay)) {
                ballots.add(ballot);
            }
        });
        finished = finished.stream()
                .filter(visit -> !testVisits.contains(visit.number()))
                .toList();
        return new Place(pools(code, feed, ballots, finished), unreadable, tests, testVisits);
    }

    /** Visits by tag, as far as a rating of their day is pending: a tag needs the keys of its day. */
    private Map<ByteBuffer, String> tagged(List<FinishedVisit> finished, @Nullable LocalDate from) {
        Map<ByteBuffer, String> tagged = new HashMap<>();
        if (from == null) {
            return tagged;
        }
        finished.stream()
                .filter(visit -> !visit.day().isBefore(from))
                .forEach(visit -> tagged.put(ByteBuffer.wrap(tags.tag(visit.day(), visit.number())), visit.number()));
        return tagged;
    }

    private static List<Pool> pools(String code, boolean feed, List<Ballot> ballots, List<FinishedVisit> finished) {
        Map<PoolKey, List<Ballot>> rated = ballots.stream()
                .collect(Collectors.groupingBy(
                        ballot -> PoolKey.ofWindow(code, ballot.rating().ownerUnit(), ballot.rating().stream())));
        Map<PoolKey, List<Served>> served = finished.stream()
                .filter(visit -> !visit.counted())
                .collect(Collectors.groupingBy(
                        visit -> PoolKey.ofWindow(code, visit.ownerUnit(), Streams.VISIT),
                        Collectors.mapping(visit -> new Served(visit.number(), visit.day()), Collectors.toList())));
        Set<PoolKey> keys = new HashSet<>(rated.keySet());
        keys.addAll(served.keySet());
        return keys.stream()
                .map(key -> Pool.ofWindow(
                        key, rated.getOrDefault(key, List.of()), served.getOrDefault(key, List.of()), feed))
                .toList();
    }
}
