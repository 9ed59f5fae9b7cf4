package io.mingjing.local;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a service's tests the {@link RealParts} and a fresh database:
 * {@code @WithTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "task"))}.
 */
public final class RealPartsResource implements QuarkusTestResourceLifecycleManager {

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        String named = arguments.get("service");
        if (named == null) {
            throw new IllegalArgumentException(
                    "RealPartsResource needs the argument service: task, evaluation or notification");
        }
        service = named;
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(RealParts.freshSettings(service));
        // Several builds may run on one machine.
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    /** The parts end with the JVM, because the next test class wants them too. */
    @Override
    public void stop() {}
}
