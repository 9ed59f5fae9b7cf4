package io.mingjing.evaluation.office.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Seals what the city office keeps of raters' content, and names it without naming it. Each kind has one length, and a seal
 * opens in its own row only. The key is the mixer's, which outlives the keys of days.
 */
@ApplicationScoped
class OfficeSeals {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ServiceKeys keys;

    OfficeSeals(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * @param size length of the padded content; what does not fit takes a multiple of it
     */
    byte[] seal(String kind, UUID row, int size, Object content) {
        byte[] text;
        try {
            text = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException plainValuesOnly) {
            throw new IllegalStateException("content of " + kind + " could not be written");
        }
        int room = Math.ceilDiv(Integer.BYTES + text.length, size) * size;
        byte[] plain = ByteBuffer.allocate(room).putInt(text.length).put(text).array();
        RingKey key = keys.active(ServiceKeys.LEAF);
        byte[] sealed = AesGcm.seal(key.key(), bound(kind, row), plain);
        return ByteBuffer.allocate(1 + sealed.length)
                .put((byte) key.kid())
                .put(sealed)
                .array();
    }

    <T> T open(String kind, UUID row, byte[] seal, Class<T> type) {
        RingKey key = keys.find(ServiceKeys.LEAF, Byte.toUnsignedInt(seal[0]))
                .orElseThrow(() -> new IllegalStateException("the key of a seal of the city office is not there"));
        byte[] plain = AesGcm.open(key.key(), bound(kind, row), Arrays.copyOfRange(seal, 1, seal.length))
                .orElseThrow(() -> new IllegalStateException("a seal of the city office does not open"));
        try {
            return JSON.readValue(plain, Integer.BYTES, ByteBuffer.wrap(plain).getInt(), type);
        } catch (IOException damaged) {
            throw new UncheckedIOException(new IOException("a seal of the city office holds no " + kind));
        }
    }

    /** A name for something, under the key in use: whoever has no key cannot go back from it. */
    byte[] ref(String what, byte[]... parts) {
        return KeyedHash.of(keys.active(ServiceKeys.LEAF).key(), "office " + what, parts);
    }

    /** The names it may have been given, under this key or an earlier one; the newest first. */
    List<byte[]> refs(String what, byte[]... parts) {
        int newest = keys.active(ServiceKeys.LEAF).kid();
        return IntStream.rangeClosed(0, newest)
                .mapToObj(back -> keys.find(ServiceKeys.LEAF, newest - back))
                .flatMap(key -> key.stream())
                .map(key -> KeyedHash.of(key.key(), "office " + what, parts))
                .toList();
    }

    private static byte[] bound(String kind, UUID row) {
        return ("office " + kind + " " + row).getBytes(StandardCharsets.UTF_8);
    }
}
