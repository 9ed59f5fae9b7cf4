package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.WrappedKey;
import io.mingjing.kernel.http.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wraps and unwraps keys with the key-encryption keys (KEK) of the key file. It opens only if the file's keys are those
 * that sealed the canaries of this database and none that wraps a key of it is missing; until then everything that needs a key answers 503.
 */
@ApplicationScoped
public class KeyVault {

    private static final Logger LOG = Logger.getLogger(KeyVault.class);
    private static final byte[] CANARY = "mingjing canary".getBytes(StandardCharsets.UTF_8);

    /** Seconds; the key file is looked at every ten. */
    private static final int RETRY_AFTER = 30;

    private final EvaluationConfig config;
    private final KeyStore store;
    private volatile @Nullable KeyFile open;
    private volatile String lastComplaint = "";

    KeyVault(EvaluationConfig config, KeyStore store) {
        this.config = config;
        this.store = store;
    }

    public boolean isOpen() {
        return open != null;
    }

    /**
     * Tries to open the vault, or to follow a key file that has changed since. A file that does not fit leaves an open
     * vault as it was. A complaint is logged once, until there is another one.
     */
    public boolean tryOpen() {
        Optional<Path> file = config.keys().file();
        if (file.isEmpty()) {
            return complain("mingjing.keys.file is not set");
        }
        try {
            KeyFile read = KeyFile.read(file.get());
            KeyFile before = open;
            if (before != null && before.isSameAs(read)) {
                return true;
            }
            if (!read.keys().keySet().containsAll(store.kekIdsInUse())) {
                return complain("the key file lacks a key that wraps the keys of this database");
            }
            for (Map.Entry<String, byte[]> key : read.keys().entrySet()) {
                if (!knows(key.getKey(), key.getValue())) {
                    return complain("key '" + key.getKey() + "' in the key file is not the one this database knows");
                }
            }
            open = read;
            lastComplaint = "";
            LOG.infof("Keys are open: %s", read.keys().keySet());
            return true;
        } catch (IOException unreadable) {
            // The message of a missing file is its path, that of a bad one is ours; neither carries a key.
            return complain("the key file cannot be read: " + unreadable.getMessage());
        }
    }

    /** Id of the key that wraps what is new. */
    public String active() {
        return required().active();
    }

    /** Ids of the keys in the file. */
    public Set<String> ids() {
        return required().keys().keySet();
    }

    private boolean knows(String kekId, byte[] kek) {
        byte[] bound = kekId.getBytes(StandardCharsets.UTF_8);
        store.keepCanary(kekId, AesGcm.seal(kek, bound, CANARY));
        return store.canary(kekId)
                .flatMap(box -> AesGcm.open(kek, bound, box))
                .filter(found -> Arrays.equals(found, CANARY))
                .isPresent();
    }

    private boolean complain(String complaint) {
        if (!complaint.equals(lastComplaint)) {
            lastComplaint = complaint;
            if (isOpen()) {
                LOG.warnf("The keys stay as they were: %s", complaint);
            } else {
                LOG.errorf("No rating can be taken: %s", complaint);
            }
        }
        return isOpen();
    }

    /**
     * Wraps a key for its place.
     *
     * @param place what the key is for; it unwraps for the same only
     */
    WrappedKey wrap(String place, byte[] key) {
        KeyFile keys = required();
        byte[] kek = keys.keys().get(keys.active());
        if (kek == null) {
            throw locked();
        }
        return new WrappedKey(keys.active(), AesGcm.seal(kek, place.getBytes(StandardCharsets.UTF_8), key));
    }

    /** Empty where the key file no longer has the key that wrapped it. */
    Optional<byte[]> unwrap(String place, WrappedKey wrapped) {
        byte[] kek = required().keys().get(wrapped.kekId());
        return kek == null ? Optional.empty() : AesGcm.open(kek, place.getBytes(StandardCharsets.UTF_8), wrapped.box());
    }

    private KeyFile required() {
        KeyFile keys = open;
        if (keys == null) {
            throw locked();
        }
        return keys;
    }

    static ProblemException locked() {
        return new ProblemException(
                EvaluationProblem.KEYS_LOCKED,
                "系统密钥尚未就绪，您的评价没有提交。请稍后再试。",
                "The keys of the system are not ready and your rating was not sent. Try again later.",
                List.of(),
                Map.of("retryAfter", RETRY_AFTER));
    }
}
