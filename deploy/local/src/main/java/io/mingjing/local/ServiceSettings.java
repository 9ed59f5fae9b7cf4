package io.mingjing.local;

import io.mingjing.local.kafka.Broker;
import io.mingjing.local.postgres.Postgres;
import io.mingjing.local.process.Ports;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service is told about the parts it works with: MicroProfile configuration keys and values.
 *
 * @param smtpPort where mails go
 */
public record ServiceSettings(Postgres postgres, Broker broker, URI issuer, int smtpPort, Secrets secrets) {

    /** The client all services share at the identity provider. */
    public static final String CLIENT = "mingjing";

    /** The client under which notification-service asks evaluation-service what the hourly digest is to say. */
    public static final String NOTICES_CLIENT = "mingjing-notices";

    /** Secret of {@link #CLIENT}. */
    public String clientSecret() {
        return secrets.word("oidc-client");
    }

    /** Keys and values for one service on one database. */
    public Map<String, String> of(String service, String database) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("quarkus.datasource.jdbc.url", postgres.url(database));
        settings.put("quarkus.datasource.username", service + "_app");
        settings.put("quarkus.datasource.password", secrets.word(service + "_app"));
        settings.put("quarkus.flyway.username", service + "_owner");
        settings.put("quarkus.flyway.password", secrets.word(service + "_owner"));
        settings.put("mingjing.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("mingjing.oidc.issuer", issuer.toString());
        settings.put("quarkus.oidc.credentials.secret", clientSecret());
        settings.put("quarkus.oidc.pages.credentials.secret", clientSecret());
        settings.put("quarkus.oidc.pages.authentication.state-secret", secrets.word("oidc-state"));
        settings.put("quarkus.oidc.pages.token-state-manager.encryption-secret", secrets.word("oidc-session"));
        if ("evaluation".equals(service)) {
            settings.put("quarkus.datasource.rated.jdbc.url", postgres.url(database));
            settings.put("quarkus.datasource.rated.username", "evaluation_rated");
            settings.put("quarkus.datasource.rated.password", secrets.word("evaluation_rated"));
            settings.put(
                    "mingjing.keys.file", secrets.keyFile("evaluation-keys").toString());
            OfficeKeys office = secrets.officeKeys();
            settings.put("mingjing.contact.root", office.root());
            settings.put("mingjing.contact.office-key", office.signedKey().toString());
        }
        if ("notification".equals(service)) {
            settings.put("quarkus.mailer.host", Ports.LOOPBACK);
            settings.put("quarkus.mailer.port", Integer.toString(smtpPort));
            settings.put("quarkus.mailer.mock", "false");
            settings.put("quarkus.mailer.from", "mingjing@mingjing.example");
            settings.put("mingjing.notices.digest.client-id", NOTICES_CLIENT);
            settings.put("mingjing.notices.digest.client-secret", secrets.word("notices-client"));
        }
        return settings;
    }
}
