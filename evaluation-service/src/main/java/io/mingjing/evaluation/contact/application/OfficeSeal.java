package io.mingjing.evaluation.contact.application;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals to the city office: HPKE (RFC 9180) in base mode with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. What
 * comes out is the tag of the key, the encapsulated key and the ciphertext, {@value #OVERHEAD} bytes more than went in.
 */
@ApplicationScoped
class OfficeSeal {

    /** Bytes of tag, encapsulated key and authentication tag. */
    static final int OVERHEAD = OfficeKey.TAG + 32 + 16;

    /** What the seal is for: the info of HPKE's key schedule. */
    static final String INFO = "mingjing contact 1";

    private static final HpkeParameters PARAMETERS = parameters();

    OfficeSeal() throws GeneralSecurityException {
        HybridConfig.register();
    }

    /** The key comes as bare bytes from its signed file, which is all that Tink has to be told. */
    @AccessesPartialKey
    byte[] seal(OfficeKey key, byte[] plain) {
        try {
            // Without a prefix of Tink's own, so that every implementation of the RFC opens it.
            HpkePublicKey publicKey = HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(key.publicKey()), null);
            byte[] sealed = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(publicKey).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plain, INFO.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(OfficeKey.TAG + sealed.length)
                    .put(key.tag())
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException badKey) {
            throw new IllegalStateException("nothing can be sealed to the key of the office");
        }
    }

    private static HpkeParameters parameters() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException known) {
            throw new IllegalStateException(known);
        }
    }
}
