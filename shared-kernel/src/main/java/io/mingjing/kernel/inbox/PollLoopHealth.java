package io.mingjing.kernel.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose poll loop has died hears nothing any more: it has to be started again. */
@Liveness
@ApplicationScoped
class PollLoopHealth implements HealthCheck {

    private final PollLoop loop;

    PollLoopHealth(PollLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("poll loop").status(loop.alive()).build();
    }
}
