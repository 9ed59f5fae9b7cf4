package io.mingjing.evaluation.code.application;

import java.time.LocalDate;

/**
 * Keyed tags of visits. The tag of a visit is also the token id of its code, so a rating carries it without the visit
 * being looked up, and nothing about the code is stored with the visit.
 */
public interface VisitTags {

    /**
     * @param day civil day of the visit; its mint key makes the tag
     * @return 16 bytes: HMAC(mint key of the day, visit number)
     * @throws io.mingjing.kernel.http.ProblemException 503 where the keys are not available
     */
    byte[] tag(LocalDate day, String visitNumber);

    /**
     * Whether tags of a day can be made: false once its keys are destroyed, or where it never had any.
     *
     * @throws io.mingjing.kernel.http.ProblemException 503 where there are keys that cannot be used
     */
    boolean has(LocalDate day);
}
