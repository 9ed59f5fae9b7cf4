package io.mingjing.evaluation.code.application;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few costly objects that are used by one caller at a time: who finds none makes one. Threads come and go by the
 * thousand here, so nothing can be kept with a thread.
 */
final class Spares<T> {

    private static final int SLOTS = 32;

    private final AtomicReferenceArray<@Nullable T> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T spare = slots.getAndSet(slot(), null);
        return spare == null ? maker.get() : spare;
    }

    /** Only what is fit for the next use. */
    void giveBack(T spare) {
        slots.set(slot(), spare);
    }

    private static int slot() {
        return (int) (Thread.currentThread().threadId() & (SLOTS - 1));
    }
}
