package io.mingjing.evaluation.contact;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import io.mingjing.evaluation.City;
import io.mingjing.local.RealParts;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The city office, away from the service: it has the private key, and opens what the API hands out. */
public final class OfficeDesk {

    private static final int RAW = 32;

    private OfficeDesk() {}

    /** The API as the office's staff call it. */
    public static RequestSpecification office() {
        return City.as("city_office@GY-YSB");
    }

    /** The ids of all contacts there are. */
    public static List<String> ids() {
        return office().queryParam("limit", 200)
                .get("/api/v1/contacts")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    /** Lines of a letter: {@code C}, place, day, level, reasons, leaf, telephone, address; or {@code K}, word, day. */
    public static List<String> open(String id) {
        return List.of(text(handedOut(id).getMap("letter")).split("\n", -1));
    }

    /** All letters but canaries. */
    public static List<List<String>> letters() {
        return ids().stream()
                .map(OfficeDesk::open)
                .filter(lines -> lines.getFirst().equals("C"))
                .toList();
    }

    /** What the office wrote about its calls. */
    public static List<String> words(String id) {
        return handedOut(id).<Map<Object, Object>>getList("words").stream()
                .map(OfficeDesk::text)
                .toList();
    }

    /** Reads what is padded to a length. */
    public static String read(byte[] padded) {
        return new String(padded, 2, ByteBuffer.wrap(padded).getShort(), StandardCharsets.UTF_8);
    }

    /** Opens with Tink what was sealed to the office. */
    @AccessesPartialKey
    public static byte[] decrypt(byte[] sealed) throws GeneralSecurityException {
        try {
            byte[] pkcs8 = Base64.getDecoder()
                    .decode(Files.readString(RealParts.officeKeys().privateKey())
                            .replaceAll("-----[^-]+-----|\\s", ""));
            byte[] publicKey = Base64.getDecoder()
                    .decode(Files.readAllLines(RealParts.officeKeys().signedKey()).stream()
                            .filter(line -> line.startsWith("x25519: "))
                            .findFirst()
                            .orElseThrow()
                            .substring(8));
            HpkePrivateKey key = HpkePrivateKey.create(
                    HpkePublicKey.create(
                            HpkeParameters.builder()
                                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                                    .build(),
                            Bytes.copyFrom(publicKey),
                            null),
                    SecretBytes.copyFrom(
                            Arrays.copyOfRange(pkcs8, pkcs8.length - RAW, pkcs8.length),
                            InsecureSecretKeyAccess.get()));
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                    .decrypt(sealed, "mingjing contact 1".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonPath handedOut(String id) {
        return office().post("/api/v1/contacts/" + id + "/unwrapping")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String text(Map<Object, Object> sealed) {
        try {
            return read(decrypt(Base64.getDecoder().decode(String.valueOf(sealed.get("sealed")))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
