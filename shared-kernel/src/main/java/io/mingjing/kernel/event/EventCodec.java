package io.mingjing.kernel.event;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Between an event and its record: CloudEvents 1.0 attributes as headers (binary mode), the event as JSON value. Type
 * names are {@code mingjing.<service>.<Event>.v1}. Unknown JSON fields are ignored, so that a newer sender is understood.
 */
public final class EventCodec {

    /** An event ready to be sent. */
    public record Encoded(String topic, String key, Map<String, String> headers, String payload) {}

    /** What a record turned out to be. */
    public sealed interface Decoded {

        record Known(Envelope envelope) implements Decoded {}

        /** A type this version does not know: counted and passed over. */
        record UnknownType(String type) implements Decoded {}

        /** Not one of our events, or one that cannot be read: a dead letter. */
        record Malformed(String cause) implements Decoded {}
    }

    private static final Map<String, Class<? extends DomainEvent>> TYPES = types();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventCodec() {}

    /** Every type name with its class. */
    public static Map<String, Class<? extends DomainEvent>> knownTypes() {
        return TYPES;
    }

    /** The {@code ce_type} of a class of events. */
    public static String typeOf(Class<? extends DomainEvent> type) {
        String family = type.getInterfaces()[0].getSimpleName().replace("Event", "");
        return "mingjing." + family.toLowerCase(Locale.ROOT) + "." + type.getSimpleName() + ".v1";
    }

    public static Encoded encode(Envelope envelope) {
        DomainEvent event = envelope.event();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", envelope.id().toString());
        headers.put("ce_source", envelope.source());
        headers.put("ce_type", typeOf(event.getClass()));
        headers.put("ce_subject", event.aggregateId());
        headers.put("ce_time", envelope.time().toString());
        headers.put("ce_sequence", Long.toString(envelope.sequence()));
        headers.put("content-type", "application/json");
        try {
            return new Encoded(
                    Topics.of(event).topicName(), event.aggregateId(), headers, JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("An event of ours cannot be written as JSON", e);
        }
    }

    public static Decoded decode(Map<String, String> headers, byte @Nullable [] payload) {
        String type = headers.get("ce_type");
        if (type == null) {
            return new Decoded.Malformed("no ce_type");
        }
        Class<? extends DomainEvent> known = TYPES.get(type);
        if (known == null) {
            return new Decoded.UnknownType(type);
        }
        if (payload == null) {
            return new Decoded.Malformed("no value");
        }
        try {
            DomainEvent event = JSON.readValue(new String(payload, StandardCharsets.UTF_8), known);
            if (event == null) {
                return new Decoded.Malformed("the value is null");
            }
            return new Decoded.Known(new Envelope(
                    UUID.fromString(header(headers, "ce_id")),
                    header(headers, "ce_source"),
                    Long.parseLong(header(headers, "ce_sequence")),
                    Instant.parse(header(headers, "ce_time")),
                    event));
        } catch (JacksonException e) {
            return new Decoded.Malformed("the value is not a " + type + ": " + e.getOriginalMessage());
        } catch (IOException | IllegalArgumentException | DateTimeException | NullPointerException e) {
            return new Decoded.Malformed("not readable as " + type + ": " + e.getMessage());
        }
    }

    private static String header(Map<String, String> headers, String name) {
        String value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static Map<String, Class<? extends DomainEvent>> types() {
        Map<String, Class<? extends DomainEvent>> types = new LinkedHashMap<>();
        Stream.of(DomainEvent.class.getPermittedSubclasses())
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .map(type -> type.<DomainEvent>asSubclass(DomainEvent.class))
                .forEach(type -> types.put(typeOf(type), type));
        return Map.copyOf(types);
    }
}
