package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The two algorithms give what their standards say, and what one signed is nothing to the other. */
class CodeSigningTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] KEY = bytes(32);

    private final HmacCodeSigner sha256 = new HmacCodeSigner();
    private final Sm3CodeSigner sm3 = new Sm3CodeSigner();

    /** GM/T 0042-2015, appendix D.3. */
    @Test
    void hmacWithSm3GivesTheValuesOfTheNationalStandard() {
        byte[] letters = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
                .repeat(2)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] fifty = new byte[50];
        Arrays.fill(fifty, (byte) 0xcd);

        assertThat(HEX.formatHex(Sm3CodeSigner.hmac(KEY, letters)))
                .isEqualTo("ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a");
        assertThat(HEX.formatHex(Sm3CodeSigner.hmac(bytes(37), fifty)))
                .isEqualTo("220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae");
    }

    /** RFC 4231, test case 2, for the JDK's algorithm; then the frame in which codes are signed. */
    @Test
    void hmacWithSha256GivesTheValuesOfItsStandard() throws GeneralSecurityException {
        byte[] key = "Jefe".getBytes(StandardCharsets.US_ASCII);

        assertThat(HEX.formatHex(hmacSha256(key, "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(sha256.mac(KEY, "visit code", new byte[] {7}))
                .isEqualTo(Arrays.copyOf(hmacSha256(KEY, framed("visit code", 7)), 16));
        assertThat(sm3.mac(KEY, "visit code", new byte[] {7}))
                .isEqualTo(Arrays.copyOf(Sm3CodeSigner.hmac(KEY, framed("visit code", 7)), 16));
    }

    @Test
    void algorithmUseAndKeyEachMakeAnotherMac() {
        byte[] signed = {1, 2, 3};

        assertThat(sha256.mac(KEY, "visit code", signed)).hasSize(16);
        assertThat(sm3.mac(KEY, "visit code", signed)).hasSize(16);
        assertThat(List.of(
                        sha256.mac(KEY, "visit code", signed),
                        sm3.mac(KEY, "visit code", signed),
                        sha256.mac(KEY, "ticket", signed),
                        sm3.mac(KEY, "ticket", signed),
                        sha256.mac(bytes(33), "visit code", signed),
                        sm3.mac(bytes(33), "visit code", signed)))
                .extracting(HEX::formatHex)
                .doesNotHaveDuplicates();
    }

    private static byte[] framed(String use, int signed) {
        byte[] frame = new byte[4 + use.length() + 4 + 1];
        frame[3] = (byte) use.length();
        System.arraycopy(use.getBytes(StandardCharsets.US_ASCII), 0, frame, 4, use.length());
        frame[frame.length - 2] = 1;
        frame[frame.length - 1] = (byte) signed;
        return frame;
    }

    private static byte[] hmacSha256(byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text);
    }

    /** 1, 2, 3 … */
    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        IntStream.range(0, length).forEach(index -> bytes[index] = (byte) (index + 1));
        return bytes;
    }
}
