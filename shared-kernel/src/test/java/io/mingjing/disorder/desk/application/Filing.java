package io.mingjing.disorder.desk.application;

import io.mingjing.disorder.desk.api.Counter;
import io.mingjing.kernel.event.Topics;

/** In disorder: a use case that knows an edge and speaks in contract types. */
public class Filing {
    public Topics topic = Topics.TASK;

    public void file() {
        new Counter().serve();
    }
}
