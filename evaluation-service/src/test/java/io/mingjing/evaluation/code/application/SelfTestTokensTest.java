package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The self-test knows its own tokens, and takes none for its own that is not. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class SelfTestTokensTest {

    private final SelfTestTokens tokens;
    private final KeyRotation rotation;
    private final ServiceKeys keys;

    SelfTestTokensTest(SelfTestTokens tokens, KeyRotation rotation, ServiceKeys keys) {
        this.tokens = tokens;
        this.rotation = rotation;
        this.keys = keys;
    }

    @Test
    void whatWasMintedIsKnownAndEachIsAnother() {
        Set<ByteBuffer> minted = new HashSet<>();
        for (int token = 0; token < 200; token++) {
            byte[] one = tokens.mint();
            assertThat(tokens.isTest(one)).isTrue();
            minted.add(ByteBuffer.wrap(one));
        }
        assertThat(minted).hasSize(200);
    }

    @Test
    void noTokenOfAVisitAndNoChangedOneIsTakenForATest() {
        byte[] random = new byte[16];
        for (int token = 0; token < 5_000; token++) {
            new SecureRandom().nextBytes(random);
            assertThat(tokens.isTest(random)).isFalse();
        }
        byte[] minted = tokens.mint();
        for (int bit = 0; bit < 128; bit++) {
            byte[] changed = minted.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(tokens.isTest(changed)).as("bit %d", bit).isFalse();
        }
    }

    @Test
    void aTokenOnItsWayStaysATestWhenTheKeyIsRotated() {
        byte[] before = tokens.mint();

        QuarkusTransaction.requiringNew().run(() -> rotation.replace(KeyPurpose.SELF_TEST, KeyState.VERIFY_ONLY));
        keys.refresh();

        assertThat(tokens.isTest(before)).isTrue();
        assertThat(tokens.isTest(tokens.mint())).isTrue();
    }
}
