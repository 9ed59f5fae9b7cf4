package io.mingjing.kernel.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the issuer answers. Asked before a browser is sent there, because from a dead issuer it could not come back
 * and would show nothing but its own error.
 */
@ApplicationScoped
class Issuer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long TRUSTED_NANOS = Duration.ofSeconds(3).toNanos();

    private final HttpRequest question;
    private final HttpClient client;
    private volatile long trustedUntil = System.nanoTime();

    Issuer(@ConfigProperty(name = "mingjing.oidc.issuer") URI issuer) {
        this.question = HttpRequest.newBuilder(URI.create(issuer + "/.well-known/openid-configuration"))
                .timeout(PATIENCE)
                .build();
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** Answers on the context it is asked on, so that what follows still belongs to the request. */
    Uni<Boolean> answers() {
        if (System.nanoTime() - trustedUntil < 0) {
            return Uni.createFrom().item(true);
        }
        Context asker = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(question, HttpResponse.BodyHandlers.discarding()))
                .map(answer -> answer.statusCode() < 500)
                .onFailure()
                .recoverWithItem(false)
                .invoke(alive -> trustedUntil = System.nanoTime() + (alive ? TRUSTED_NANOS : 0))
                .emitOn(then -> {
                    if (asker == null) {
                        then.run();
                    } else {
                        asker.runOnContext(ignored -> then.run());
                    }
                });
    }
}
