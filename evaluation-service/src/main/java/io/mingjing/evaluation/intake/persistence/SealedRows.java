package io.mingjing.evaluation.intake.persistence;

import io.mingjing.evaluation.intake.domain.SealedRating;
import java.sql.SQLException;
import java.util.List;

/** Where a batch of sealed ratings becomes durable. */
@FunctionalInterface
public interface SealedRows {

    /**
     * Stores those whose key is free, in one statement that is one transaction. When it returns they are durable.
     *
     * @param batch no key twice
     * @return those that were stored
     */
    List<SealedRating> store(List<SealedRating> batch) throws SQLException;
}
