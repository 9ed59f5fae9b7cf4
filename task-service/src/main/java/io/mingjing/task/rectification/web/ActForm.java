package io.mingjing.task.rectification.web;

import java.util.List;

/**
 * A form for one act on a task.
 *
 * @param path last part of the address it is posted to
 * @param open whether its fields show at once: the next step of the usual way, or a form sent back with faults
 */
public record ActForm(String path, String zh, String en, boolean danger, boolean open, List<FormField> fields) {

    public ActForm {
        fields = List.copyOf(fields);
    }
}
