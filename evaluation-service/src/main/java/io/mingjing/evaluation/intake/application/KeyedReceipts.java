package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Receipt codes from the receipt key; who has the database alone can neither make nor find one. */
@Singleton
class KeyedReceipts implements ReceiptCodes {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;

    private final ServiceKeys keys;

    KeyedReceipts(ServiceKeys keys) {
        this.keys = keys;
    }

    @Override
    public String codeFor(byte[] pageSecret, String matter) {
        byte[] hash = KeyedHash.of(
                keys.active(ServiceKeys.RECEIPT).key(),
                "receipt code",
                pageSecret,
                matter.getBytes(StandardCharsets.UTF_8));
        // 65 bits of it, the last first: 64 lie in its last eight bytes and one before them.
        long bits = ByteBuffer.wrap(hash).getLong(hash.length - Long.BYTES);
        int one = hash[hash.length - Long.BYTES - 1] & 1;
        StringBuilder code = new StringBuilder(LENGTH);
        for (int character = 0; character < LENGTH - 1; character++) {
            code.append(ALPHABET.charAt((int) (bits >>> 5 * character) & 31));
        }
        return code.append(ALPHABET.charAt((int) (bits >>> 60) | one << 4)).toString();
    }

    @Override
    public Optional<String> read(String typed) {
        if (typed.length() > 64) {
            return Optional.empty();
        }
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean ours = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return ours ? Optional.of(code) : Optional.empty();
    }

    @Override
    public byte[] hash(String code) {
        return KeyedHash.of(
                keys.active(ServiceKeys.RECEIPT).key(), "receipt hash", code.getBytes(StandardCharsets.UTF_8));
    }
}
