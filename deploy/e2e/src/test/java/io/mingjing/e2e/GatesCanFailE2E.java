package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that cannot fail is no gate: each is shown, in a copy of the kernel, the fault that it is there for. */
class GatesCanFailE2E {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String CLEAN = """
            package io.mingjing.kernel.ids;

            import org.jspecify.annotations.Nullable;

            class Probe {

                int length(@Nullable String text) {
                    return text == null ? 0 : text.length();
                }
            }
            """;

    @TempDir
    Path house;

    @BeforeEach
    void copyTheHouse() throws IOException {
        String parent = Files.readString(ROOT.resolve("pom.xml"));
        String onlyKernel =
                parent.replaceAll("(?s)<modules>.*?</modules>", "<modules><module>shared-kernel</module></modules>");
        Files.writeString(house.resolve("pom.xml"), onlyKernel);
        for (String part : List.of(".mvn", "shared-kernel/pom.xml", "shared-kernel/src/main")) {
            copy(part);
        }
    }

    @Test
    void cleanCodePasses() throws Exception {
        probe(CLEAN);

        Run run = mvn("compile");

        assertThat(run.status()).as(run.output()).isZero();
    }

    @Test
    void spotlessRefusesAnotherFormat() throws Exception {
        probe(CLEAN.replace("return text == null ?", "return   text == null ?"));

        assertThat(mvn("compile").refused()).contains("spotless", "Probe.java");
    }

    @Test
    void nullAwayRefusesANullThatIsNotChecked() throws Exception {
        probe(CLEAN.replace("text == null ? 0 : text.length()", "text.length()"));

        assertThat(mvn("compile").refused()).contains("[NullAway]", "Probe.java");
    }

    @Test
    void errorProneRefusesAKnownMistake() throws Exception {
        probe(CLEAN.replace(
                "return text == null ? 0 : text.length();", "new IllegalStateException(text);\n        return 0;"));

        assertThat(mvn("compile").refused()).contains("[DeadException]", "Probe.java");
    }

    @Test
    void theEnforcerRefusesAnOldJdkInWordsThatHelp() throws Exception {
        probe(CLEAN);

        assertThat(mvn("validate", "-Djava.version=21.0.2").refused()).contains("JDK 25", "JAVA_HOME");
    }

    private void probe(String source) throws IOException {
        Files.writeString(house.resolve("shared-kernel/src/main/java/io/mingjing/kernel/ids/Probe.java"), source);
    }

    private void copy(String part) throws IOException {
        Path from = ROOT.resolve(part);
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path to = house.resolve(ROOT.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private Run mvn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-q", "-o"));
        command.addAll(List.of(arguments));
        Path output = house.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(house.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("mvn ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private record Run(int status, String output) {

        String refused() {
            assertThat(status).as(output).isNotZero();
            return output;
        }
    }
}
