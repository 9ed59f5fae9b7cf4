package io.mingjing.evaluation.contact.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public key (X25519, 32 bytes) of the city office; its private key has never been here.
 *
 * @param validFrom first day on which it is used
 */
public record OfficeKey(String id, byte[] publicKey, LocalDate validFrom) {

    /** Bytes by which a sealed letter names the key that opens it. */
    public static final int TAG = 8;

    private static final Pattern GROUPS = Pattern.compile("(.{4})(?=.)");

    public OfficeKey {
        publicKey = publicKey.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** The first half of its SHA-256 in groups of four, for people to compare (密钥指纹). */
    public String fingerprint() {
        return GROUPS.matcher(HexFormat.of().formatHex(Arrays.copyOf(hash(), 16)))
                .replaceAll("$1 ");
    }

    /** The first bytes of its SHA-256. */
    public byte[] tag() {
        return Arrays.copyOf(hash(), TAG);
    }

    public boolean isSameAs(OfficeKey other) {
        return id.equals(other.id) && Arrays.equals(publicKey, other.publicKey) && validFrom.equals(other.validFrom);
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(publicKey);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
