package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.VisitCodes.Reading;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
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
    private final AgroalDataSource database;
    private final KeyVault vault;
    private final KeyStore store;

    VisitCodesTest(
            VisitCodes codes,
            ServiceKeys keys,
            TestClock clock,
            AgroalDataSource database,
            KeyVault vault,
            KeyStore store) {
        this.codes = codes;
        this.keys = keys;
        this.clock = clock;
        this.database = database;
        this.vault = vault;
        this.store = store;
    }

    @Test
    void aCodeSaysAgainWhatItWasMadeOf() {
        VisitCode code = code();

        assertThat(codes.read(codes.write(code))).isInstanceOfSatisfying(Reading.Good.class, good -> {
            assertThat(good.code()).usingRecursiveComparison().isEqualTo(code);
        });
    }

    @Test
    void everyChangeOfOneByteIsRefused() {
        String text = codes.write(code());
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
    void rotationKeepsWhatIsOutAndRevocationEndsIt() throws SQLException {
        String before = codes.write(code());
        try {
            ring("update service_key set state = 'verify-only' where purpose = 'code' and kid = 1");
            store.addServiceKey(new KeyStore.StoredServiceKey(
                    "code",
                    2,
                    io.mingjing.evaluation.code.domain.KeyState.ACTIVE,
                    vault.wrap("service code 2", AesGcm.newKey())));
            keys.refresh();
            String after = codes.write(code());

            assertThat(CodeLayout.parse(after))
                    .get()
                    .extracting(CodeLayout.Parts::kid)
                    .isEqualTo(2);
            assertThat(codes.read(before)).isInstanceOf(Reading.Good.class);
            assertThat(codes.read(after)).isInstanceOf(Reading.Good.class);

            ring("update service_key set state = 'revoked' where purpose = 'code' and kid = 1");
            keys.refresh();

            assertThat(codes.read(before)).isInstanceOf(Reading.NotOurs.class);
            assertThat(codes.read(after)).isInstanceOf(Reading.Good.class);
        } finally {
            ring("update service_key set state = 'revoked' where purpose = 'code' and kid = 2");
            ring("update service_key set state = 'active' where purpose = 'code' and kid = 1");
            keys.refresh();
        }
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

    private void ring(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
