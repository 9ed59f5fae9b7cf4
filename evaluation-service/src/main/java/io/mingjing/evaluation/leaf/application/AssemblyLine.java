package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.application.PoolAssembly.Place;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Opens the boxes of the next few places while leaves of the ones before are being closed. No more than a handful of places
 * lie open at any time, however many there are.
 */
final class AssemblyLine implements AutoCloseable {

    private static final int MOST = 4;

    private final PoolAssembly assembly;
    private final LocalDate slotDay;
    private final Iterator<String> places;
    private final int ahead;
    private final ExecutorService workers;
    private final Deque<CompletableFuture<Place>> open = new ArrayDeque<>();

    /**
     * @param places codes, in the order in which they are wanted
     */
    AssemblyLine(PoolAssembly assembly, LocalDate slotDay, List<String> places) {
        this.assembly = assembly;
        this.slotDay = slotDay;
        this.places = places.iterator();
        this.ahead = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
        this.workers = Executors.newFixedThreadPool(
                ahead, Thread.ofPlatform().name("mixer-assembly-", 1).daemon().factory());
        fill();
    }

    boolean hasNext() {
        return !open.isEmpty();
    }

    /**
     * The next place; one that fails throws here and stops no other.
     *
     * @throws RuntimeException what kept its boxes from being opened
     */
    Place next() {
        CompletableFuture<Place> next = open.remove();
        try {
            return next.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        } finally {
            fill();
        }
    }

    @Override
    public void close() {
        open.forEach(place -> place.cancel(true));
        workers.close();
    }

    private void fill() {
        while (open.size() < ahead && places.hasNext()) {
            String place = places.next();
            open.add(CompletableFuture.supplyAsync(() -> assembly.at(place, slotDay), workers));
        }
    }
}
