package io.mingjing.benchmark;

import io.mingjing.benchmark.check.Acknowledged;
import io.mingjing.benchmark.check.NothingMissing;
import io.mingjing.benchmark.city.CityPlan;
import io.mingjing.benchmark.city.Founding;
import io.mingjing.benchmark.city.Ratings;
import io.mingjing.benchmark.city.Supply;
import io.mingjing.benchmark.city.VisitFeed;
import io.mingjing.benchmark.load.Load;
import io.mingjing.benchmark.load.Outcome;
import io.mingjing.benchmark.machine.CpuShares;
import io.mingjing.benchmark.machine.CpuTime;
import io.mingjing.benchmark.machine.Machine;
import io.mingjing.benchmark.parts.Durability;
import io.mingjing.benchmark.parts.Evaluation;
import io.mingjing.benchmark.parts.PeerDatabase;
import io.mingjing.benchmark.parts.Server;
import io.mingjing.benchmark.parts.ServiceJar;
import io.mingjing.benchmark.peer.PgBench;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/** The intake beside its peers: in one run, by turns, on one server with one durability. */
final class Comparison {

    private static final int CONNECTIONS = 64;
    private static final int OPEN_CONNECTIONS = 256;
    private static final List<Integer> PGBENCH_CLIENTS = List.of(16, 64);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 19);
    private static final CityPlan CITY = CityPlan.ofWindows(60);

    private final Options options;
    private final Path home;
    private final Path directory;
    private final Voice voice;
    private final Results results = new Results();
    private int next;
    private int nextPlain;
    private double expected = 30_000;

    /** @param directory for logs and for the acknowledged receipts */
    Comparison(Options options, Path home, Path directory, Voice voice) {
        this.options = options;
        this.home = home;
        this.directory = directory;
        this.voice = voice;
    }

    /** @return whether nothing that was acknowledged is missing */
    boolean run() {
        Machine.facts().forEach(fact -> voice.say("%s", fact));
        PeerDatabase peers = new PeerDatabase();
        PgBench inserts = PgBench.on(peers, directory);
        try (Evaluation evaluation = new Evaluation(home, directory, options.serviceJava());
                Acknowledged log = new Acknowledged(directory.resolve("acknowledged.txt"));
                ServiceJar other = ServiceJar.start(
                        "plain-service",
                        home.resolve("deploy/benchmark/plain-service/target/quarkus-app/quarkus-run.jar"),
                        peers.settings(),
                        List.of(),
                        directory.resolve("plain-service.log"))) {
            evaluation.startAt(DAY.atTime(10, 0));
            voice.say("Java options of both services 两个服务的 JVM 参数: %s", String.join(" ", ServiceJar.JAVA_OPTIONS));
            sameDurability(evaluation, peers);
            new Founding(evaluation).found(CITY);
            Ratings ratings = new Ratings(Long.toString(System.nanoTime(), 36));
            Supply supply = new Supply(CITY, new VisitFeed(evaluation.service(), DAY), ratings, options.seed());
            warmUp(evaluation, other, ratings, supply, log);
            for (int round = 1; round <= options.rounds(); round++) {
                round(round, evaluation, other, inserts, ratings, supply, log);
            }
            if (options.measures("latency")) {
                for (int round = 1; round <= options.rounds(); round++) {
                    latency(round, evaluation, ratings, supply, log);
                }
            }
            voice.progress("Looking for every acknowledged rating 正在核对每一条已确认的评价");
            NothingMissing.Finding finding = new NothingMissing(evaluation, ratings).look(log);
            results.print(finding, voice);
            return finding.nothingLost();
        }
    }

    private void sameDurability(Evaluation evaluation, PeerDatabase peers) {
        try (Connection one = evaluation.asService();
                Connection two = peers.asPeer()) {
            Map<String, String> first = Durability.of(one);
            Map<String, String> second = Durability.of(two);
            if (!first.equals(second)) {
                throw new IllegalStateException("the settings differ: " + first + " and " + second);
            }
            voice.say("durability, the same in both databases 两库持久化设置相同: %s", first);
        } catch (SQLException broken) {
            throw new IllegalStateException("durability could not be asked", broken);
        }
    }

    private void warmUp(Evaluation evaluation, ServiceJar other, Ratings ratings, Supply supply, Acknowledged log) {
        voice.progress("Warming up 预热 (%d s)", options.warmUp());
        closed(evaluation, ratings, supply, log, options.warmUp());
        if (options.measures("plain")) {
            plain(other, ratings, supply, options.warmUp());
        }
    }

    private void round(
            int round,
            Evaluation evaluation,
            ServiceJar other,
            PgBench inserts,
            Ratings ratings,
            Supply supply,
            Acknowledged log) {
        if (options.measures("ours")) {
            Outcome outcome = closed(evaluation, ratings, supply, log, options.seconds());
            results.ours(outcome.rate());
            tell(round, "ours", outcome);
        }
        if (options.measures("pgbench")) {
            for (int clients : PGBENCH_CLIENTS) {
                Server.checkpoint();
                long server = Server.pid();
                CpuShares shares = new CpuShares(
                        Map.of("PostgreSQL", () -> CpuTime.ofTree(server), "client 客户端", CpuTime::ofEndedChildren));
                double rate = inserts.rate(clients, options.seconds());
                voice.progress("cores 占用核数: %s", CpuShares.words(shares.now()));
                results.pgbench(clients, rate);
                voice.progress("round %d pgbench c=%d: %,.0f/s", round, clients, rate);
            }
        }
        if (options.measures("plain")) {
            Outcome outcome = plain(other, ratings, supply, options.seconds());
            results.plain(outcome.rate());
            tell(round, "plain", outcome);
        }
    }

    private Outcome closed(Evaluation evaluation, Ratings ratings, Supply supply, Acknowledged log, int seconds) {
        supply.ready(next, (int) (seconds * expected * 1.4) + 10_000);
        Server.checkpoint();
        CpuShares shares = shares(evaluation.service());
        Load load = new Load(
                evaluation.service().socket(),
                ratings.to(evaluation.service().socket().getPort()),
                next,
                log);
        Outcome outcome = load.closed(CONNECTIONS, seconds);
        next = load.next();
        expected = Math.max(1_000, outcome.rate());
        voice.progress("cores 占用核数: %s", CpuShares.words(shares.now()));
        return outcome;
    }

    private Outcome plain(ServiceJar other, Ratings ratings, Supply supply, int seconds) {
        supply.ready(nextPlain, (int) (seconds * expected * 0.7) + 10_000);
        Server.checkpoint();
        CpuShares shares = shares(other);
        Load load = new Load(
                other.socket(),
                ratings.to(other.socket().getPort()),
                nextPlain,
                (request, status, body, from, to) -> {});
        Outcome outcome = load.closed(CONNECTIONS, seconds);
        nextPlain = load.next();
        voice.progress("cores 占用核数: %s", CpuShares.words(shares.now()));
        return outcome;
    }

    private void latency(int round, Evaluation evaluation, Ratings ratings, Supply supply, Acknowledged log) {
        double half = results.ownRate().orElse(expected) / 2;
        supply.ready(next, (int) (options.seconds() * half) + 1_000);
        Server.checkpoint();
        Load load = new Load(
                evaluation.service().socket(),
                ratings.to(evaluation.service().socket().getPort()),
                next,
                log);
        Outcome outcome = load.open(OPEN_CONNECTIONS, options.seconds(), half);
        next = load.next();
        results.p99(outcome.millis(99));
        tell(round, "ours, open at %,.0f/s".formatted(half), outcome);
    }

    private void tell(int round, String who, Outcome outcome) {
        voice.progress(
                "round %d %s: %,.0f/s, p50 %.1f ms, p99 %.1f ms, answers %s",
                round, who, outcome.rate(), outcome.millis(50), outcome.millis(99), outcome.statuses());
    }

    private static CpuShares shares(ServiceJar service) {
        Map<String, DoubleSupplier> parties = new LinkedHashMap<>();
        long server = Server.pid();
        parties.put("service 服务", () -> CpuTime.ofTree(service.pid()));
        parties.put("PostgreSQL", () -> CpuTime.ofTree(server));
        parties.put("client 客户端", CpuTime::own);
        return new CpuShares(parties);
    }
}
