package io.mingjing.task.rectification.domain;

import java.util.List;
import java.util.Set;

/** Whether a person may do something to a task now. */
public sealed interface Ruling {

    /**
     * It may be done.
     *
     * @param as the parties under any of which it may
     */
    record Allowed(TaskState to, Set<Party> as) implements Ruling {}

    /** The task does not allow it in its present state. */
    record WrongState(TaskState now) implements Ruling {}

    /** The person's part in this task does not include it. */
    record NotTheirs(TaskAct act) implements Ruling {}

    /** The person asked for the close-out and may not judge it. */
    record SamePerson() implements Ruling {}

    /** These measures have no evidence yet. */
    record EvidenceMissing(List<String> measures) implements Ruling {}
}
