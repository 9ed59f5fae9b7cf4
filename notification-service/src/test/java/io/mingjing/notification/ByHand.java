package io.mingjing.notification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** No mail goes out by itself: a test is the sender, and can stop between its steps. */
public final class ByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("mingjing.notices.mail.every", "off");
    }
}
