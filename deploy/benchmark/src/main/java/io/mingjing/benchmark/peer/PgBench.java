package io.mingjing.benchmark.peer;

import io.mingjing.benchmark.parts.PeerDatabase;
import io.mingjing.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator: one insert per transaction into a naive table of ratings, prepared statements. */
public final class PgBench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private static final String SCRIPT = """
            \\set place random(1, 60)
            \\set matter random(1, 20)
            \\set level random(1, 5)
            insert into pgbench_rating (visit_id, place, matter, level, reasons, rater_type) \
            values (gen_random_uuid(), 'BM-W' || :place, 'BM-M' || :matter, :level, array['517'], 'INDIVIDUAL');
            """;

    private final Path program;
    private final Path script;
    private final PeerDatabase database;

    private PgBench(Path program, Path script, PeerDatabase database) {
        this.program = program;
        this.script = script;
        this.database = database;
    }

    /** @param directory for its script */
    public static PgBench on(PeerDatabase database, Path directory) {
        Path program = find().orElseThrow(() -> new IllegalStateException(
                "pgbench is not here, and without it there is nothing to compare with: install it (Debian: apt-get"
                        + " install postgresql-15). 缺少 pgbench，请先安装。"));
        try {
            Path script = directory.resolve("insert.pgbench");
            Files.writeString(script, SCRIPT);
            return new PgBench(program, script, database);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The version and where it is. */
    public String words() {
        return program.toString();
    }

    /** Inserts per second over some seconds. */
    public double rate(int connections, int seconds) {
        List<String> command = List.of(
                program.toString(),
                "--host=" + Ports.LOOPBACK,
                "--port=" + database.port(),
                "--username=" + database.role(),
                "--protocol=prepared",
                "--no-vacuum",
                "--client=" + connections,
                "--jobs=4",
                "--time=" + seconds,
                "--file=" + script,
                database.name());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", database.password());
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher tps = TPS.matcher(said);
            if (process.waitFor() != 0 || !tps.find()) {
                throw new IllegalStateException("pgbench failed: " + said);
            }
            return Double.parseDouble(tps.group(1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }

    private static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .map(directory -> Path.of(directory, "pgbench"));
        return Stream.concat(debians(), onPath).filter(Files::isExecutable).findFirst();
    }

    /** Newest first. */
    private static Stream<Path> debians() {
        try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
            return versions
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList()
                    .stream();
        } catch (IOException notDebian) {
            return Stream.of();
        }
    }
}
