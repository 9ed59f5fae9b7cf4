package io.mingjing.local.supervise;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.Secrets;
import io.mingjing.local.ServiceSettings;
import io.mingjing.local.demo.DemoLoader;
import io.mingjing.local.oidc.DemoPeople;
import io.mingjing.local.oidc.Oidc;
import io.mingjing.local.oidc.Person;
import io.mingjing.local.process.Pids;
import io.mingjing.local.process.Ports;
import io.mingjing.local.supervise.Running.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The whole system on one machine: what ./run starts, watches and stops. */
public final class LocalSystem {

    private static final int SERVICE_SECONDS = 180;
    private static final Duration CLOCK_IS_KEPT_EVERY = Duration.ofSeconds(2);

    private final Options options;
    private final PortPlan ports;
    private final Voice voice;
    private final DataDirectory data;
    private final ClockFile clock;
    private final Timekeeper timekeeper;
    private final Pids pids;
    private final Running running = new Running();
    private final List<JavaService> services;
    private final List<Person> people = DemoPeople.all();

    /**
     * Takes the data directory, ends what a killed start left behind, and checks what can be checked before anything is
     * started.
     *
     * @param home the repository, where the services were built
     * @throws StartRefused when the system cannot start
     */
    public LocalSystem(Options options, Path home, Voice voice) {
        this.options = options;
        this.ports = new PortPlan(options.portBase());
        this.voice = voice;
        this.services = List.of(
                new JavaService("task", home, 320, ports.task()),
                new JavaService("evaluation", home, 448, ports.evaluation()),
                new JavaService("notification", home, 256, ports.notification()));
        services.forEach(JavaService::requireBuilt);
        this.data = DataDirectory.take(options.data());
        this.pids = new Pids(data.file("pids"));
        List<String> leftovers = pids.endLeftovers();
        if (!leftovers.isEmpty()) {
            voice.say("Ended what a killed start left behind 已清理上次遗留的进程: " + String.join(", ", leftovers));
        }
        ports.requireFree();
        this.clock = ClockFile.fix(data.file("clock"), options.now(), InstantSource.system());
        this.timekeeper = new Timekeeper(clock::remember, CLOCK_IS_KEPT_EVERY, voice);
        if (data.note("demo").isEmpty()) {
            data.keepNote("demo", options.empty() ? "none" : "pending");
        }
    }

    /** Starts everything and returns when all of it is ready. */
    public void start() {
        voice.say("Data 数据: %s · business clock 业务时钟: %s".formatted(options.data(), ClockFile.civil(clock.now())));
        var parts = new Parts(ports, data, pids, voice, running);
        parts.start(people, new StartPage(ports, people, officeKey(), this::health, clock::now));
        ServiceSettings settings = parts.settings();
        Together.run(services.stream().map(service -> () -> start(service, settings)));
        Thread.ofVirtual().start(() -> timekeeper.keep(running::isStopping));
        loadDemo(new Oidc(settings.issuer(), ServiceSettings.CLIENT, settings.clientSecret()));
        voice.plain(Welcome.lines(ports, people, options.data(), officeKey()));
    }

    /** Stops everything in order and leaves nothing behind. */
    public void stop() {
        voice.say("Stopping 正在停止");
        running.stopAll(voice);
        timekeeper.remember();
        data.close();
        voice.say("Stopped, nothing is left running 已全部停止");
    }

    /** Whether {@link #stop} has been called, so that a failing start is no news. */
    public boolean isStopping() {
        return running.isStopping();
    }

    private void start(JavaService service, ServiceSettings settings) {
        Map<String, String> all = new TreeMap<>(settings.of(service.name(), service.name()));
        all.put("quarkus.http.host", Ports.LOOPBACK);
        all.put("quarkus.http.port", Integer.toString(service.port()));
        all.put("mingjing.clock.offset", clock.offset().toString());
        all.put("mingjing.web.start", PortPlan.web(ports.startPage()).toString());
        services.forEach(other -> all.put(
                "mingjing.web." + other.name(), PortPlan.web(other.port()).toString()));
        String name = service.name() + "-service";
        voice.say("Starting 正在启动 " + name);
        var keeper = new Keeper(() -> service.spec(all, data.log(name)), pids, voice);
        running.add(Stage.SERVICES, keeper::stop);
        keeper.start(service::isReady, SERVICE_SECONDS);
        voice.say("%s is ready 就绪: %s".formatted(name, PortPlan.web(service.port())));
    }

    private Path officeKey() {
        return new Secrets(data.file("secrets")).officeKeys().privateKey();
    }

    private void loadDemo(Oidc oidc) {
        if (!data.note("demo").equals("pending")) {
            return;
        }
        voice.say("Loading the demo 正在装入演示数据");
        new DemoLoader(
                        PortPlan.web(ports.task()),
                        PortPlan.web(ports.evaluation()),
                        oidc,
                        line -> voice.say("  " + line))
                .load(LocalDate.ofInstant(clock.now(), BusinessClock.ZONE));
        data.keepNote("demo", "loaded");
    }

    private Map<String, Boolean> health() {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        services.forEach(service -> parts.put(service.name() + "-service", service.isReady()));
        parts.put("PostgreSQL", Ports.answers(ports.postgres()));
        parts.put("Kafka", Ports.answers(ports.kafka()));
        parts.put("OIDC", Ports.answers(ports.oidc()));
        parts.put("SMTP", Ports.answers(ports.smtp()));
        return parts;
    }
}
