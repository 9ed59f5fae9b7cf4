package io.mingjing.local.demo;

import io.mingjing.local.Secrets;
import io.mingjing.local.ServiceSettings;
import io.mingjing.local.mail.Mail;
import io.mingjing.local.mail.MailFiles;
import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.oidc.IdentityProvider;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.oidc.Person;
import io.mingjing.local.process.Tool;
import io.mingjing.local.supervise.PortPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tour's own system: {@code ./run} on a temporary data directory, started again whenever the tour moves on in time. */
final class TourSystem implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(15);

    /** A fixed seed of the draw: the tour's group closes at the first slot, whatever a real seed would say. */
    private static final String DRAW_SEED = "draw-b";

    private final Path home;
    private final Path data;
    private final PortPlan ports;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private @Nullable Process run;

    TourSystem(Path home, int portBase) {
        this.home = home;
        this.ports = new PortPlan(portBase);
        try {
            this.data = Files.createTempDirectory("mingjing-tour");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops what runs and starts at a business moment; returns when {@code ./run} has said that it is ready. */
    void goTo(String moment) {
        stop();
        Path said = data.resolve("run.out");
        List<String> command = new ArrayList<>(List.of(home.resolve("run").toString()));
        command.addAll(List.of("--data", data.toString(), "--port-base", Integer.toString(ports.base())));
        command.addAll(List.of("--now", moment));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().put("MINGJING_LEAF_DRAW_SEED", DRAW_SEED);
            Process started = builder.start();
            run = started;
            Patience patience = new Patience(START);
            while (!Files.readString(said).contains("Mingjing is ready")) {
                if (!started.isAlive() || patience.isOver()) {
                    throw new IllegalStateException(Files.readString(said));
                }
                patience.pause();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A person of the demo at a service. */
    PublicApi as(String subject, URI service) {
        return DemoPeople.all().stream()
                .filter(person -> person.subject().equals(subject))
                .findFirst()
                .map(person -> as(person, service))
                .orElseThrow();
    }

    /** Somebody at a service. */
    PublicApi as(Person person, URI service) {
        return new PublicApi(http, service, oidc().token(person));
    }

    /** The demo's visits of a day; loading it again changes nothing and answers the same addresses. */
    List<DemoLoader.Visit> demo(LocalDate day) {
        return new DemoLoader(task(), evaluation(), oidc(), line -> {}).load(day);
    }

    HttpClient http() {
        return http;
    }

    URI start() {
        return PortPlan.web(ports.startPage());
    }

    URI task() {
        return PortPlan.web(ports.task());
    }

    URI evaluation() {
        return PortPlan.web(ports.evaluation());
    }

    URI notification() {
        return PortPlan.web(ports.notification());
    }

    URI mailsPage() {
        return PortPlan.web(ports.mails());
    }

    List<Mail> mails() {
        return new MailFiles(data.resolve("mails")).all();
    }

    private Oidc oidc() {
        return new Oidc(
                IdentityProvider.issuer(ports.oidc()),
                ServiceSettings.CLIENT,
                new Secrets(data.resolve("secrets")).word("oidc-client"));
    }

    private void stop() {
        if (run == null) {
            return;
        }
        run.destroy();
        try {
            run.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        Tool.run("rm", List.of("rm", "-rf", data.toString()));
    }
}
