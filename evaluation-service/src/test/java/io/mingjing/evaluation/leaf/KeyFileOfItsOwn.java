package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.code.application.AesGcm;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Comes after the real parts: a key file that a test may spoil, see {@link Restart}. */
public final class KeyFileOfItsOwn implements QuarkusTestResourceLifecycleManager {

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            Path file = Files.createTempFile("keys", "");
            Files.writeString(file, newKey());
            return Map.of("mingjing.keys.file", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}

    /** A line of a key file with a new key. */
    public static String newKey() {
        return "local " + Base64.getEncoder().encodeToString(AesGcm.newKey());
    }
}
