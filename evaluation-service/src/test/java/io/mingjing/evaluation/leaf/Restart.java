package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a process keeps of keys in memory is gone, as after a restart; the key file is another one. */
@ApplicationScoped
public class Restart {

    private final KeyVault vault;
    private final ServiceKeys keys;
    private final DayKeys days;
    private final Path file;

    Restart(KeyVault vault, ServiceKeys keys, DayKeys days, @ConfigProperty(name = "mingjing.keys.file") String file) {
        this.vault = vault;
        this.keys = keys;
        this.days = days;
        this.file = Path.of(file);
    }

    public String keyFile() throws IOException {
        return Files.readString(file);
    }

    /** Up to the moment before the service looks for keys. */
    public void with(String keyFile) throws IOException, ReflectiveOperationException {
        Files.writeString(file, keyFile);
        field(KeyVault.class, "open").set(ClientProxy.unwrap(vault), null);
        field(ServiceKeys.class, "rings").set(ClientProxy.unwrap(keys), Map.of());
        ((Map<?, ?>) field(DayKeys.class, "known").get(ClientProxy.unwrap(days))).clear();
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }
}
