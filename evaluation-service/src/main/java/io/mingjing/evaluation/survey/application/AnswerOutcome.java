package io.mingjing.evaluation.survey.application;

import io.mingjing.kernel.http.ProblemException;

/** What became of one imported answer. */
public sealed interface AnswerOutcome {

    /** @param again whether this respondent's answer was imported before: then the first one counts */
    record Imported(boolean again) implements AnswerOutcome {}

    /** It was not taken; the others of the batch were. */
    record Refused(ProblemException problem) implements AnswerOutcome {}
}
