package io.mingjing.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Configuration of the service. */
@ConfigMapping(prefix = "mingjing.notices")
public interface NotificationConfig {

    /** The working-day calendar that people here follow. */
    @WithDefault("CN")
    String calendar();

    /** Civil time from which e-mail may go out on a working day. */
    @WithDefault("09:00")
    LocalTime opens();

    /** Civil time from which e-mail waits for the next working day. */
    @WithDefault("18:00")
    LocalTime closes();

    /** How often a fact whose people cannot be told yet (unit not heard of, nobody in any post) is tried again. */
    @WithDefault("PT15S")
    Duration addressAgainAfter();

    /** How often to look for occasions whose people are to be found; {@code off} for never. */
    @WithDefault("1s")
    String addressEvery();

    /** Keys of the city office's hourly digest. */
    Digest digest();

    /** Keys of e-mail. */
    Mail mail();

    /** Keys of the city office's hourly digest (整点提示). */
    interface Digest {

        /** How often to look whether a full hour has come; {@code off} for never. */
        @WithDefault("2s")
        String every();

        /** Where evaluation-service answers other services. */
        @WithDefault("http://127.0.0.1:8082")
        URI evaluation();

        /** The client whose token holds the post {@code notices} of the city. */
        @WithDefault("mingjing-notices")
        String clientId();

        /** Its secret; without it there is no digest. */
        Optional<String> clientSecret();

        /** How long the issuer and evaluation-service may take for an answer. */
        @WithDefault("PT30S")
        Duration patience();
    }

    /** Keys of e-mail. */
    interface Mail {

        /** Sender's address; its domain is also the domain of every Message-ID. */
        @WithDefault("mingjing@mingjing.example")
        String from();

        /** How often to look for mails that are due; {@code off} for never. */
        @WithDefault("1s")
        String every();

        /** Name or address of the mail server. */
        @WithDefault("127.0.0.1")
        String host();

        /** Its port. */
        @WithDefault("8085")
        int port();

        /** Name to log in with; none is needed without it. */
        Optional<String> username();

        /** Its password. */
        Optional<String> password();

        /** Whether the connection is encrypted from the start (SMTPS). */
        @WithDefault("false")
        boolean tls();

        /** Whether a server that cannot upgrade to an encrypted connection is refused. */
        @WithDefault("false")
        boolean requireStartTls();

        /** How long the mail server may say nothing, at any point, before the attempt is over. */
        @WithDefault("PT10S")
        Duration silence();

        /** How long a sender that died keeps what it had claimed. Far above what an attempt takes. */
        @WithDefault("PT2M")
        Duration lease();

        /** How many are claimed and sent at the same time, each over a connection of its own. */
        @WithDefault("8")
        int batch();

        /** Waits between attempts, each with jitter; after the last, a delivery has failed. About three days in sum. */
        @WithDefault("PT10S,PT1M,PT5M,PT30M,PT2H,PT5H,PT10H,PT14H,PT20H,PT24H")
        List<Duration> retryAfter();
    }
}
