package io.mingjing.kernel.http;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Hands the check of addresses over to {@link Edge}. Quarkus checks them in front of every route and answers a bad one
 * with an empty 400; the only switch is a system property that is read when its HTTP classes load, and configuration is
 * the one thing that loads before them.
 */
public final class AddressCheck implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
