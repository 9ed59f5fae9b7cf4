package io.mingjing.local.supervise;

import io.mingjing.local.Secrets;
import io.mingjing.local.ServiceSettings;
import io.mingjing.local.kafka.Broker;
import io.mingjing.local.kafka.DeclaredTopics;
import io.mingjing.local.mail.MailFiles;
import io.mingjing.local.mail.MailPages;
import io.mingjing.local.mail.MailServer;
import io.mingjing.local.oidc.IdentityProvider;
import io.mingjing.local.oidc.Person;
import io.mingjing.local.postgres.Databases;
import io.mingjing.local.postgres.Postgres;
import io.mingjing.local.process.Pids;
import io.mingjing.local.process.Ports;
import io.mingjing.local.supervise.Running.Stage;
import io.mingjing.local.web.PageServer;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** The parts the services work with: database, broker, identity provider, mail server. */
final class Parts {

    private static final int PATIENCE_SECONDS = 90;

    private final PortPlan ports;
    private final DataDirectory data;
    private final Pids pids;
    private final Voice voice;
    private final Running running;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Broker broker;

    Parts(PortPlan ports, DataDirectory data, Pids pids, Voice voice, Running running) {
        this.ports = ports;
        this.data = data;
        this.pids = pids;
        this.voice = voice;
        this.running = running;
        this.secrets = new Secrets(data.file("secrets"));
        this.postgres = new Postgres(data.file("postgresql"), ports.postgres(), secrets.word("postgres"));
        this.broker = new Broker(data.file("kafka"), ports.kafka());
    }

    /** Starts them all and returns when they answer. */
    void start(List<Person> people, PageServer.Pages startPage) {
        Together.run(Stream.of(this::startDatabase, this::startBroker, () -> startOwnServers(people, startPage)));
    }

    ServiceSettings settings() {
        return new ServiceSettings(postgres, broker, IdentityProvider.issuer(ports.oidc()), ports.smtp(), secrets);
    }

    private void startDatabase() {
        voice.say("Starting PostgreSQL 正在启动数据库");
        postgres.prepare();
        var keeper = new Keeper(() -> postgres.spec(data.log("postgresql")), pids, voice);
        running.add(Stage.BROKER_AND_DATABASE, keeper::stop);
        keeper.start(postgres::answers, PATIENCE_SECONDS);
        for (String service : Databases.services()) {
            try {
                new Databases(postgres).prepare(service, service, secrets::word);
            } catch (SQLException e) {
                throw new IllegalStateException("Could not prepare the database of " + service, e);
            }
        }
        voice.say("PostgreSQL is ready 数据库就绪: " + ports.postgres());
    }

    private void startBroker() {
        voice.say("Starting Kafka 正在启动消息代理");
        var keeper = new Keeper(
                () -> {
                    broker.prepare();
                    return broker.spec(data.log("kafka"));
                },
                pids,
                voice);
        running.add(Stage.BROKER_AND_DATABASE, keeper::stop);
        keeper.start(() -> Ports.answers(ports.kafka()), PATIENCE_SECONDS);
        DeclaredTopics.create(broker.bootstrapServers());
        voice.say("Kafka is ready 消息代理就绪: " + ports.kafka());
    }

    private void startOwnServers(List<Person> people, PageServer.Pages startPage) {
        var identity = IdentityProvider.start(data.file("secrets"), ports.oidc(), people);
        running.add(Stage.OWN_SERVERS, identity::close);
        var mail = MailServer.start(data.file("mails"), ports.smtp());
        running.add(Stage.OWN_SERVERS, mail::close);
        var mailPages = PageServer.start(ports.mails(), new MailPages(new MailFiles(data.file("mails"))));
        running.add(Stage.OWN_SERVERS, mailPages::close);
        var start = PageServer.start(ports.startPage(), startPage);
        running.add(Stage.OWN_SERVERS, start::close);
        voice.say("Sign-in, mail and start page are ready 登录、邮件与起始页就绪: " + PortPlan.web(ports.startPage()));
    }
}
