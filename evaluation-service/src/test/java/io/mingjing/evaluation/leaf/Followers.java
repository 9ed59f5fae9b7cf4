package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.leaf.application.SlotClosed;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two that follow the mixer's slots; the first may be told to fail. */
final class Followers {

    private Followers() {}

    @ApplicationScoped
    public static class Unsteady {

        private final List<SlotClosed> heard = new CopyOnWriteArrayList<>();
        private volatile boolean failing;

        void on(@Observes @Priority(1) SlotClosed slot) {
            if (failing) {
                throw new IllegalStateException("not this time");
            }
            heard.add(slot);
        }

        public List<SlotClosed> heard() {
            return heard;
        }

        public void fail(boolean fails) {
            failing = fails;
        }
    }

    @ApplicationScoped
    public static class Steady {

        private final List<SlotClosed> heard = new CopyOnWriteArrayList<>();

        void on(@Observes @Priority(2) SlotClosed slot) {
            heard.add(slot);
        }

        public List<SlotClosed> heard() {
            return heard;
        }
    }
}
