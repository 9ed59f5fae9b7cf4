package io.mingjing.task.rectification.domain;

import java.util.List;

/**
 * A task as its source states it.
 *
 * @param bureau code of the bureau that answers for it
 * @param leads codes in the document's order; empty where no section leads
 * @param responsible codes; for collective words the snapshot is taken when the task is issued
 * @param facts what the task was opened on
 */
public record TaskDraft(
        Origin origin,
        String bureau,
        Wording wording,
        List<String> leads,
        List<String> responsible,
        TimeLimit limit,
        List<Measure> measures,
        List<Fact> facts) {

    public TaskDraft {
        leads = List.copyOf(leads);
        responsible = List.copyOf(responsible);
        measures = List.copyOf(measures);
        facts = List.copyOf(facts);
    }
}
