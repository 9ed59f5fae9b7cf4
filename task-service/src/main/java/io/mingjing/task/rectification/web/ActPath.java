package io.mingjing.task.rectification.web;

import io.mingjing.task.rectification.domain.TaskAct;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The acts a page offers, in the order it offers them; the first ones are the usual way and stand open. */
enum ActPath {
    ACCEPTANCE(TaskAct.ACCEPT, true, false),
    PROGRESS(TaskAct.PROGRESS, true, false),
    CLOSE_REQUESTS(TaskAct.REQUEST_CLOSE, true, false),
    VERIFICATION(TaskAct.VERIFY, true, false),
    CLOSURE(TaskAct.CLOSE, true, false),
    ACKNOWLEDGEMENTS(TaskAct.ACKNOWLEDGE, true, false),
    RETURN(TaskAct.RETURN, false, true),
    REISSUE(TaskAct.REISSUE, false, false),
    EXTENSIONS(TaskAct.EXTEND, false, false),
    HAND_BACK(TaskAct.HAND_BACK, false, true),
    SUSPENSION(TaskAct.SUSPEND, false, true),
    RESUMPTION(TaskAct.RESUME, false, false),
    CANCELLATION(TaskAct.CANCEL, false, true);

    private final TaskAct act;
    private final boolean usual;
    private final boolean danger;

    ActPath(TaskAct act, boolean usual, boolean danger) {
        this.act = act;
        this.usual = usual;
        this.danger = danger;
    }

    static Optional<ActPath> named(String path) {
        return Arrays.stream(values()).filter(each -> each.path().equals(path)).findFirst();
    }

    /** Last part of the address of the form, the same as in the API. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    TaskAct act() {
        return act;
    }

    boolean usual() {
        return usual;
    }

    /** Whether the act undoes work and looks so. */
    boolean danger() {
        return danger;
    }
}
