package io.mingjing.local.supervise;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Steps that do not need each other. */
final class Together {

    private Together() {}

    /** Runs them side by side; the first that fails ends the wait with its own exception. */
    static void run(Stream<Runnable> steps) {
        var threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        var allOrFirstFailure = new CompletableFuture<Void>();
        CompletableFuture<?>[] running = steps.map(
                        step -> CompletableFuture.runAsync(step, threads).exceptionally(failure -> {
                            allOrFirstFailure.completeExceptionally(failure);
                            return null;
                        }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Boolean> all =
                CompletableFuture.allOf(running).thenApply(ignored -> allOrFirstFailure.complete(null));
        try {
            CompletableFuture.anyOf(allOrFirstFailure, all).join();
            allOrFirstFailure.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
