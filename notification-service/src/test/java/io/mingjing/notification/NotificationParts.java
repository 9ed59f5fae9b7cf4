package io.mingjing.notification;

import io.mingjing.local.RealParts;
import io.mingjing.local.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** The real parts with a fresh database, and a mail server's port that a test may leave empty: see {@link Postbox}. */
public final class NotificationParts implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(RealParts.freshSettings("notification"));
        settings.put("quarkus.http.test-port", "0");
        settings.put("mingjing.notices.mail.port", Integer.toString(Ports.free()));
        settings.put("mingjing.notices.mail.retry-after", "PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S,PT0.2S");
        settings.put("mingjing.notices.mail.silence", "PT2S");
        settings.put("mingjing.notices.mail.lease", "PT5S");
        // A test is the one to go through an hour.
        settings.put("mingjing.notices.digest.every", "off");
        settings.put("mingjing.notices.digest.evaluation", "http://127.0.0.1:" + Ports.free());
        settings.put("mingjing.notices.address-again-after", "PT0.3S");
        return settings;
    }

    @Override
    public void stop() {}
}
