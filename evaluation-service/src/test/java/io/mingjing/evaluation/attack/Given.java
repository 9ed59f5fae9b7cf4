package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * A rating as it was given. A watcher knows all of it but level and reasons.
 *
 * @param arrived the day on which it was sent, some days after the visit perhaps
 * @param confirmed whether the feed confirmed its visit
 */
record Given(
        String visit,
        String window,
        String owner,
        String stream,
        LocalDate day,
        LocalDate arrived,
        String matter,
        int level,
        List<String> reasons,
        boolean confirmed) {

    private static final int POOR_UP_TO = 2;

    String id() {
        return visit + "/" + matter;
    }

    boolean poor() {
        return level <= POOR_UP_TO;
    }

    /** @param further whether another matter of its visit went into an earlier leaf */
    Ballot ballot(boolean further) {
        byte[] tag = visit.getBytes(StandardCharsets.UTF_8);
        byte[] id = id().getBytes(StandardCharsets.UTF_8);
        RatingRecord rating = new RatingRecord(
                level,
                reasons,
                matter,
                "INDIVIDUAL",
                Channel.QR.pf(),
                id,
                tag,
                stream,
                Marks.NONE,
                null,
                day,
                owner,
                owner,
                1);
        return new Ballot(day.plusDays(3), id, window, rating, poor(), confirmed, further);
    }
}
