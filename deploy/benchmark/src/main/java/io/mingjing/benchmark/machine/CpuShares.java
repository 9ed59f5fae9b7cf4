package io.mingjing.benchmark.machine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** Cores that each party kept busy over a stretch of time, on average. */
public final class CpuShares {

    private final Map<String, DoubleSupplier> parties;
    private final Map<String, Double> before = new LinkedHashMap<>();
    private final long began = System.nanoTime();

    /** @param parties seconds used so far, by what is printed for them */
    public CpuShares(Map<String, DoubleSupplier> parties) {
        this.parties = new LinkedHashMap<>(parties);
        this.parties.forEach((name, used) -> before.put(name, used.getAsDouble()));
    }

    /** Cores by party, since this was made. */
    public Map<String, Double> now() {
        double seconds = (System.nanoTime() - began) / 1e9;
        Map<String, Double> cores = new LinkedHashMap<>();
        parties.forEach(
                (name, used) -> cores.put(name, (used.getAsDouble() - before.getOrDefault(name, 0.0)) / seconds));
        return cores;
    }

    /** Cores by party, as one line. */
    public static String words(Map<String, Double> cores) {
        return cores.entrySet().stream()
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
