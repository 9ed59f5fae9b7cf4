package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import java.time.LocalDate;

/** Seals ratings into boxes of equal size and opens them again (anonymity rule K1). */
public interface Seals {

    /**
     * @param expDay expiry day of the visit's code; its key seals
     * @param h the row's key, bound to the box: a box moved to another row does not open
     * @return 512 bytes, or 2,560 with a note
     * @throws io.mingjing.kernel.http.ProblemException 503 where there is no key: nothing is ever stored in clear
     */
    byte[] seal(LocalDate expDay, byte[] h, RatingRecord rating);

    /**
     * Never throws for a bad box.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 while the key file is missing or wrong: then no box is bad,
     *     and nothing may be quarantined for it
     */
    Opened open(LocalDate expDay, byte[] h, byte[] box);
}
