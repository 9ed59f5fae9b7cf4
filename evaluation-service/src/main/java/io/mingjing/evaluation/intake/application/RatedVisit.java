package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.place.domain.Catalogue;
import java.util.List;

/**
 * What a rater's page is about.
 *
 * @param matters in the order of the visit
 * @param scale the one in force on the day of the visit
 */
public record RatedVisit(VisitCode code, Catalogue.Window window, List<Catalogue.Item> matters, Scale scale) {

    public RatedVisit {
        matters = List.copyOf(matters);
    }
}
