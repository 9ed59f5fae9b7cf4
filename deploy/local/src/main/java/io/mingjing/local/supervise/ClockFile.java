package io.mingjing.local.supervise;

import io.mingjing.kernel.time.BusinessClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * How far the business clock (业务时钟) is ahead of the real one, and the last business moment this system has lived
 * through. Facts are dated by it, so it only ever moves forward. Two lines: {@code offset PT…} and {@code last …Z}.
 */
final class ClockFile {

    private final Path file;
    private final InstantSource real;
    private final Duration offset;

    private ClockFile(Path file, InstantSource real, Duration offset) {
        this.file = file;
        this.real = real;
        this.offset = offset;
    }

    /**
     * Reads the clock and moves it where asked.
     *
     * @param wanted the business moment that is now; empty leaves the clock as it was
     */
    static ClockFile fix(Path file, Optional<Instant> wanted, InstantSource real) {
        List<String> lines = read(file);
        Duration kept = value(lines, "offset").map(Duration::parse).orElse(Duration.ZERO);
        Optional<Instant> last = value(lines, "last").map(Instant::parse);
        Instant realNow = real.instant().truncatedTo(ChronoUnit.MILLIS);
        Duration offset =
                wanted.map(moment -> Duration.between(realNow, moment)).orElse(kept);
        last.filter(moment -> moment.isAfter(realNow.plus(offset))).ifPresent(moment -> {
            throw new StartRefused("The business clock never goes back: this system has lived until %s. %s"
                    .formatted(civil(moment), "业务时钟不能倒退: 请给 --now 更晚的时刻, 或换一个 --data 目录。"));
        });
        var clock = new ClockFile(file, real, offset);
        clock.remember();
        return clock;
    }

    Duration offset() {
        return offset;
    }

    /** The business moment. */
    Instant now() {
        return real.instant().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Notes that this moment has been lived through. */
    void remember() {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.write(draft, List.of("offset " + offset, "last " + now()));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the business clock 无法保存业务时钟: " + file, e);
        }
    }

    static String civil(Instant moment) {
        return moment.atZone(BusinessClock.ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .toString();
    }

    private static Optional<String> value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
