package io.mingjing.task.clock.domain;

import java.util.List;

/**
 * Who answers for a task; the ladder turns this into offices.
 *
 * @param leadUnits codes of the lead sections (牵头科室) in the document's order; may be empty
 * @param responsibleUnits codes of the responsible sections (责任科室); may be empty
 * @param bureau code of the bureau whose leaders hear next, and whose coordinator hears first where no section leads
 */
public record ResponsibleOffices(List<String> leadUnits, List<String> responsibleUnits, String bureau) {

    public ResponsibleOffices {
        leadUnits = List.copyOf(leadUnits);
        responsibleUnits = List.copyOf(responsibleUnits);
    }
}
