package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.VisitTags;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.Pool;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.leaf.domain.Served;
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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the pending boxes of a place and sorts them into pools, with the visits that were served there. */
@ApplicationScoped
class PoolAssembly {

    /** A box that does not open. */
    record Unreadable(StoredBox box, String cause) {}

    private record OpenBox(StoredBox box, ByteBuffer tag, RatingRecord rating) {

        OpenBox(StoredBox box, RatingRecord rating) {
            this(box, ByteBuffer.wrap(rating.visitTag()), rating);
        }

        boolean knowsVisit() {
            return FurtherMatters.knowsVisits(rating.stream());
        }
    }

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
    private final FurtherMatters further;

    PoolAssembly(
            PendingBoxes boxes,
            VisitCounts visits,
            Seals seals,
            VisitTags tags,
            Places places,
            PoorLevels poor,
            FurtherMatters further) {
        this.boxes = boxes;
        this.visits = visits;
        this.seals = seals;
        this.tags = tags;
        this.places = places;
        this.poor = poor;
        this.further = further;
    }

    /**
     * @param code of a window, a rating point or a unit: whatever is rated
     * @param slotDay ratings of later visits wait for a later slot
     */
    Place at(String code, LocalDate slotDay) {
        List<OpenBox> open = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (StoredBox box : boxes.at(code)) {
            switch (seals.open(box.expDay(), box.h(), box.box())) {
                case Opened.Readable(RatingRecord rating) when rating.visitDay().isAfter(slotDay) -> {}
                case Opened.Readable(RatingRecord rating) -> open.add(new OpenBox(box, rating));
                case Opened.Unreadable(String cause) -> unreadable.add(new Unreadable(box, cause));
            }
        }
        boolean feed =
                places.catalogue().window(code).map(Catalogue.Window::feed).orElse(false);
        Set<LocalDate> days = open.stream()
                .filter(OpenBox::knowsVisit)
                .map(one -> one.rating().visitDay())
                .collect(Collectors.toSet());
        List<FinishedVisit> finished =
                visits.of(code, days.stream().min(LocalDate::compareTo).orElse(null), slotDay).stream()
                        .filter(visit -> !feed || visit.confirmed())
                        .toList();
        Map<ByteBuffer, FinishedVisit> byTag = byTag(finished, days);
        List<OpenBox> tests = open.stream().filter(one -> one.rating().test()).toList();
        Set<String> testVisits = tests.stream()
                .flatMap(one -> Stream.ofNullable(byTag.get(one.tag())))
                .map(FinishedVisit::number)
                .collect(Collectors.toSet());
        List<OpenBox> real = open.stream().filter(one -> !one.rating().test()).toList();
        Map<String, Set<ByteBuffer>> countedBefore = countedBefore(real, byTag);
        List<Ballot> ballots = real.stream()
                .map(one -> ballot(one, byTag.keySet(), countedBefore))
                .filter(ballot -> !ballot.waits(slotDay))
                .toList();
        List<FinishedVisit> served = finished.stream()
                .filter(visit -> !visit.counted() && !testVisits.contains(visit.number()))
                .toList();
        return new Place(
                pools(code, feed, ballots, served),
                unreadable,
                tests.stream().map(OpenBox::box).toList(),
                testVisits);
    }

    /** By stream: tags of visits that an earlier leaf of the stream counted. */
    private Map<String, Set<ByteBuffer>> countedBefore(List<OpenBox> open, Map<ByteBuffer, FinishedVisit> byTag) {
        Map<String, Map<ByteBuffer, Set<String>>> pending = open.stream()
                .filter(OpenBox::knowsVisit)
                .collect(Collectors.groupingBy(
                        one -> one.rating().stream(),
                        Collectors.groupingBy(
                                OpenBox::tag,
                                Collectors.mapping(one -> one.rating().matter(), Collectors.toSet()))));
        return pending.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, stream -> further.countedBefore(stream.getKey(), stream.getValue(), byTag)));
    }

    private Ballot ballot(OpenBox open, Set<ByteBuffer> confirmedTags, Map<String, Set<ByteBuffer>> countedBefore) {
        RatingRecord rating = open.rating();
        boolean confirmed = !open.knowsVisit() || confirmedTags.contains(open.tag());
        boolean further = countedBefore.getOrDefault(rating.stream(), Set.of()).contains(open.tag());
        StoredBox box = open.box();
        return new Ballot(box.expDay(), box.h(), box.place(), rating, poor.holds(rating), confirmed, further);
    }

    /** Visits by tag, for the days of pending ratings only: a tag needs the keys of its day. */
    private Map<ByteBuffer, FinishedVisit> byTag(List<FinishedVisit> finished, Set<LocalDate> days) {
        return finished.stream()
                .filter(visit -> days.contains(visit.day()) && tags.has(visit.day()))
                .collect(Collectors.toMap(
                        visit -> ByteBuffer.wrap(tags.tag(visit.day(), visit.number())), visit -> visit));
    }

    private static List<Pool> pools(String code, boolean feed, List<Ballot> ballots, List<FinishedVisit> visits) {
        Map<PoolKey, List<Ballot>> rated = ballots.stream()
                .collect(Collectors.groupingBy(
                        ballot -> PoolKey.ofWindow(code, ballot.rating().ownerUnit(), ballot.rating().stream())));
        Map<PoolKey, List<Served>> served = visits.stream()
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
