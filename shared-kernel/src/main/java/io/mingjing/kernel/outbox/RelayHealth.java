package io.mingjing.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose relay has died looks well and tells nobody anything: it has to be started again. */
@Liveness
@ApplicationScoped
class RelayHealth implements HealthCheck {

    private final OutboxRelay relay;

    RelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox relay").status(relay.alive()).build();
    }
}
