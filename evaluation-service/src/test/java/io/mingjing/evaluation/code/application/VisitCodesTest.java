package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.VisitCodes.Reading;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.code.persistence.KeyRingStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Codes cannot be forged, outlive their day or a revoked key, and say nothing of when they were made. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class VisitCodesTest {

    private final VisitCodes codes;
    private final ServiceKeys keys;
    private final TestClock clock;
    private final KeyRingStore rings;
    private final KeyRotation rotation;

    VisitCodesTest(VisitCodes codes, ServiceKeys keys, TestClock clock, KeyRingStore rings, KeyRotation rotation) {
        this.codes = codes;
        this.keys = keys;
        this.clock = clock;
        this.rings = rings;
        this.rotation = rotation;
    }

    @Test
    void aCodeSaysAgainWhatItWasMadeOf() {
        VisitCode code = code();

        assertThat(codes.read(codes.write(code))).isInstanceOfSatisfying(Reading.Good.class, good -> {
            assertThat(good.code()).usingRecursiveComparison().isEqualTo(code);
        });
    }

    /** With one, two and three matters, so that the last letter has four, two and no bits to spare. */
    @Test
    void everyChangeOfOneByteIsRefused() {
        for (int matters = 1; matters <= 3; matters++) {
            VisitCode full = code();
            String text = codes.write(new VisitCode(
                    full.tokenId(),
                    full.window(),
                    full.matters().subList(0, matters),
                    full.raterType(),
                    full.expDay(),
                    Channel.SMS));
            int tried = 0;

            for (int position = 0; position < text.length(); position++) {
                for (char other = 1; other < 256; other++) {
                    if (other != text.charAt(position)) {
                        String changed = text.substring(0, position) + other + text.substring(position + 1);
                        assertThat(codes.read(changed)).isInstanceOf(Reading.NotOurs.class);
                        tried++;
                    }
                }
            }

            assertThat(tried).isEqualTo(text.length() * 254);
        }
    }

    @Test
    void everyChangeOfOneBitOfTheBytesIsRefused() {
        byte[] bytes = Base64.getUrlDecoder().decode(codes.write(code()));

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
            assertThat(codes.read(text)).as("bit %d", bit).isInstanceOf(Reading.NotOurs.class);
        }
    }

    @Test
    void whatIsTooShortOrTooLongIsRefused() {
        String text = codes.write(code());

        assertThat(List.of(
                        "",
                        "A",
                        text.substring(1),
                        text.substring(0, text.length() - 1),
                        text + "A",
                        text + "=",
                        text + text,
                        "A".repeat(5_000)))
                .allSatisfy(other -> assertThat(codes.read(other)).isInstanceOf(Reading.NotOurs.class));
    }

    @Test
    void aCodeIsGoodToTheEndOfItsLastDay() {
        LocalDate today = clock.today();

        assertThat(codes.read(codes.write(code(today)))).isInstanceOf(Reading.Good.class);
        assertThat(codes.read(codes.write(code(today.minusDays(1))))).isInstanceOf(Reading.Expired.class);
    }

    @Test
    void twoMakingsAreTheSameCodeWheneverTheyAreMade() {
        VisitCode code = code();
        String first = codes.write(code);

        clock.forward(Duration.ofHours(1));
        try {
            assertThat(codes.write(code)).isEqualTo(first);
        } finally {
            clock.forward(Duration.ofHours(-1));
        }
    }

    @Test
    void rotationKeepsWhatIsOutAndRevocationEndsIt() {
        String before = codes.write(code());

        int fresh =
                QuarkusTransaction.requiringNew().call(() -> rotation.replace(KeyPurpose.CODE, KeyState.VERIFY_ONLY));
        keys.refresh();
        String after = codes.write(code());

        assertThat(kidOf(after)).isEqualTo(fresh).isNotEqualTo(kidOf(before));
        assertThat(codes.read(before)).isInstanceOf(Reading.Good.class);
        assertThat(codes.read(after)).isInstanceOf(Reading.Good.class);

        QuarkusTransaction.requiringNew().run(() -> rings.setState(KeyPurpose.CODE, kidOf(before), KeyState.REVOKED));
        keys.refresh();

        assertThat(codes.read(before)).isInstanceOf(Reading.NotOurs.class);
        assertThat(codes.read(after)).isInstanceOf(Reading.Good.class);
    }

    @Test
    void aCodeSaysOnWhichChannelItWasHandedOut() {
        for (Channel channel : List.of(Channel.PC, Channel.MOBILE, Channel.QR, Channel.COUNTER_TABLET, Channel.SMS)) {
            VisitCode code = code().on(channel);

            assertThat(codes.read(codes.write(code))).isInstanceOfSatisfying(Reading.Good.class, good -> {
                assertThat(good.code()).usingRecursiveComparison().isEqualTo(code);
                assertThat(good.code().tokenId()).isEqualTo(code().tokenId());
            });
        }
        assertThatThrownBy(() -> code().on(Channel.TELEPHONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeOfBeforeThereWereChannelsIsOneOfTheQrCode() {
        byte[] signed = CodeLayout.signed(1, code());

        assertThat(signed[2]).as("the rater type alone").isEqualTo((byte) RaterType.ENTERPRISE.ordinal());
        signed[2] |= 3 << 4;
        assertThat(CodeLayout.parse(CodeLayout.text(signed, new byte[CodeLayout.MAC_BYTES])))
                .as("the number of the QR code would be a second spelling")
                .isEmpty();
    }

    private static int kidOf(String code) {
        return CodeLayout.parse(code).orElseThrow().kid();
    }

    private VisitCode code() {
        return code(clock.today().plusDays(3));
    }

    private static VisitCode code(LocalDate expDay) {
        return new VisitCode(
                "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                77,
                List.of(1, 2, 3),
                RaterType.ENTERPRISE,
                expDay);
    }
}
