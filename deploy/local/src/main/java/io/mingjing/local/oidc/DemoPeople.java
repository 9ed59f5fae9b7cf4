package io.mingjing.local.oidc;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The people of the demo (演示人员), from {@code demo/people.json}. */
public final class DemoPeople {

    private DemoPeople() {}

    /** All of them, in the order of the file. */
    public static List<Person> all() {
        try (InputStream file = Objects.requireNonNull(
                DemoPeople.class.getResourceAsStream("/demo/people.json"), "demo/people.json is missing")) {
            return List.copyOf(Json.MAPPER.readValue(file, new TypeReference<List<Person>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
