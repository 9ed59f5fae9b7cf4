package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.contact.application.OfficeKeyFile.NotTrusted;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.evaluation.contact.persistence.KnownOfficeKeys;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The city office's key in use. A key that the pinned root has not signed, that differs from one of the same name, or that
 * is older than one that was in use is refused, whenever it appears: then no contact is taken, and ratings go on.
 */
@ApplicationScoped
public class OfficeKeys {

    /** Whether contacts can be sealed. */
    public sealed interface Standing {

        record Ready(OfficeKey key) implements Standing {}

        /**
         * @param why for the operator and the office
         */
        record Refused(String why) implements Standing {}
    }

    private static final Logger LOG = Logger.getLogger(OfficeKeys.class);

    private final EvaluationConfig config;
    private final KnownOfficeKeys known;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private volatile Standing standing = new Standing.Refused("the key of the office was not read yet");

    OfficeKeys(EvaluationConfig config, KnownOfficeKeys known, AuditTrail audit, BusinessClock clock) {
        this.config = config;
        this.known = known;
        this.audit = audit;
        this.clock = clock;
    }

    public Standing standing() {
        return standing;
    }

    /** The key, where there is one to be trusted. */
    public Optional<OfficeKey> current() {
        return standing instanceof Standing.Ready(OfficeKey key) ? Optional.of(key) : Optional.empty();
    }

    /** Reads the key anew. A change is logged once, and a new key is kept and audited. */
    public synchronized void refresh() {
        Standing now = read();
        if (now instanceof Standing.Refused(String why) && !now.equals(standing)) {
            LOG.errorf("No contact can be taken: %s", why);
        }
        if (now instanceof Standing.Ready(OfficeKey key) && known.all().stream().noneMatch(key::isSameAs)) {
            QuarkusTransaction.requiringNew().run(() -> keep(key));
            LOG.infof("The key of the office is %s, fingerprint %s", key.id(), key.fingerprint());
        }
        standing = now;
    }

    private Standing read() {
        Optional<Path> file = config.contact().officeKey();
        Optional<String> root = config.contact().root();
        if (file.isEmpty() || root.isEmpty()) {
            return new Standing.Refused("mingjing.contact.office-key or mingjing.contact.root is not set");
        }
        try {
            OfficeKey key = OfficeKeyFile.read(file.get(), root.get());
            if (key.validFrom().isAfter(clock.today())) {
                return new Standing.Refused("the key of the office is valid from " + key.validFrom());
            }
            return judged(key, known.all());
        } catch (NotTrusted bad) {
            return new Standing.Refused(String.valueOf(bad.getMessage()));
        }
    }

    /** The root may have signed a key that was given up since: it does not come back. */
    private static Standing judged(OfficeKey key, List<OfficeKey> used) {
        if (used.stream().anyMatch(other -> other.id().equals(key.id()) && !other.isSameAs(key))) {
            return new Standing.Refused("another key of the office was in use under the id " + key.id());
        }
        if (used.stream().anyMatch(other -> other.validFrom().isAfter(key.validFrom()))) {
            return new Standing.Refused("a later key of the office was in use");
        }
        return new Standing.Ready(key);
    }

    private void keep(OfficeKey key) {
        if (known.add(key)) {
            audit.append(new AuditTrail.Act(
                    "contact-key",
                    "CONTACT_KEY_TAKEN",
                    "system",
                    "contact",
                    null,
                    null,
                    key.id(),
                    key.fingerprint(),
                    clock.now()));
        }
    }
}
