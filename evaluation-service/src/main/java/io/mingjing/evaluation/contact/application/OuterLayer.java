package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * The outer layer of what raters leave: AES-256-GCM under a key of this service, bound to its row. Only by way of here does
 * anybody get at the inner one, so taking it off can be recorded.
 */
@ApplicationScoped
class OuterLayer {

    private final ServiceKeys keys;

    OuterLayer(ServiceKeys keys) {
        this.keys = keys;
    }

    /**
     * @param row what it is bound to, such as {@code contact} and the id
     */
    byte[] wrap(byte[] row, byte[] inner) {
        RingKey key = keys.active(ServiceKeys.CONTACT);
        byte[] sealed = AesGcm.seal(key.key(), row, inner);
        return ByteBuffer.allocate(1 + sealed.length)
                .put((byte) key.kid())
                .put(sealed)
                .array();
    }

    /** Empty where the box was damaged, or lies in another row than it was put in. */
    Optional<byte[]> unwrap(byte[] row, byte[] box) {
        return box.length == 0
                ? Optional.empty()
                : keys.find(ServiceKeys.CONTACT, Byte.toUnsignedInt(box[0]))
                        .flatMap(key -> AesGcm.open(key.key(), row, Arrays.copyOfRange(box, 1, box.length)));
    }

    /** A keyed hash: who has the database alone finds nothing by it. */
    byte[] hash(String purpose, byte[]... parts) {
        return KeyedHash.of(keys.active(ServiceKeys.CONTACT).key(), purpose, parts);
    }

    /** The row of something that waits. */
    static byte[] waiting(byte[] h) {
        return ("waiting " + HexFormat.of().formatHex(h)).getBytes(StandardCharsets.UTF_8);
    }

    /** The row of a contact that was handed over, and of what the office wrote about it. */
    static byte[] contact(UUID id) {
        return ("contact " + id).getBytes(StandardCharsets.UTF_8);
    }
}
