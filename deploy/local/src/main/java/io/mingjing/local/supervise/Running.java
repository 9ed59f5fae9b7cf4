package io.mingjing.local.supervise;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is running and how to stop it: stage after stage, side by side within a stage. */
final class Running {

    /** In the order of stopping: whoever uses another stops first. */
    enum Stage {
        SERVICES,
        BROKER_AND_DATABASE,
        OWN_SERVERS
    }

    private final Map<Stage, List<Runnable>> stops = new EnumMap<>(Stage.class);
    private boolean stopping;

    /** Notes how to stop something that is about to start; refused once everything is being stopped. */
    synchronized void add(Stage stage, Runnable stop) {
        if (stopping) {
            throw new IllegalStateException("Already stopping 正在停止");
        }
        stops.computeIfAbsent(stage, ignored -> new ArrayList<>()).add(stop);
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    /** Stops everything; what fails to stop does not keep the rest from being stopped. */
    void stopAll(Voice voice) {
        synchronized (this) {
            stopping = true;
        }
        for (Stage stage : Stage.values()) {
            List<Thread> threads = taken(stage).stream()
                    .map(stop -> Thread.ofVirtual().start(() -> quietly(stop, voice)))
                    .toList();
            threads.forEach(Running::await);
        }
    }

    private synchronized List<Runnable> taken(Stage stage) {
        List<Runnable> taken = stops.remove(stage);
        return taken == null ? List.of() : taken;
    }

    private static void quietly(Runnable stop, Voice voice) {
        try {
            stop.run();
        } catch (RuntimeException e) {
            voice.say("While stopping 停止时出错: " + e);
        }
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
