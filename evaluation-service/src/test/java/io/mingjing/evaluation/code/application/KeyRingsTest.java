package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.application.KeyRewrapping.Rewrapped;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import io.mingjing.evaluation.code.domain.MacAlgorithm;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.code.persistence.KeyRingStore;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.KeyWraps;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in the rings changes nothing that they made. Each test is a transaction that is taken back. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KeyRingsTest {

    private final City city;
    private final EvaluationConfig real;
    private final KeyStore store;
    private final KeyRingStore rings;
    private final KeyWraps wraps;
    private final KeyRights rights;
    private final KeyRotation rotation;
    private final AuditTrail trail;
    private final BusinessClock clock;

    @TempDir
    Path directory;

    KeyRingsTest(
            City city,
            EvaluationConfig real,
            KeyStore store,
            KeyRingStore rings,
            KeyWraps wraps,
            KeyRights rights,
            KeyRotation rotation,
            AuditTrail trail,
            BusinessClock clock) {
        this.city = city;
        this.real = real;
        this.store = store;
        this.rings = rings;
        this.wraps = wraps;
        this.rights = rights;
        this.rotation = rotation;
        this.trail = trail;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        city.found();
        QuarkusTransaction.begin();
    }

    @AfterEach
    void takeBack() {
        QuarkusTransaction.rollback();
    }

    @Test
    void everyKeyIsWrappedAnewAndTheOldKeyOfTheFileCanGo() throws IOException {
        String next = "next " + Base64.getEncoder().encodeToString(AesGcm.newKey());
        String known = Files.readString(real.keys().file().orElseThrow()).strip();
        KeyVault wider = new KeyVault(KeyVaultTest.with(file(known + "\n" + next)), store);
        OtherReplica withoutTheLine = new OtherReplica(real, store, clock);
        String code = withoutTheLine.codes().write(code());
        LocalDate day = clock.today();
        KeyVault before = new KeyVault(real, store);
        before.tryOpen();
        byte[] mint = new DayKeys(before, store).find(day).orElseThrow().mint();

        KeyRewrapping rewrapping = new KeyRewrapping(wider, store, wraps, rights, trail, clock);
        Rewrapped done = rewrapping.run(Operator.ONE);

        assertThat(done.kek()).isEqualTo("next");
        assertThat(done.serviceKeys()).isGreaterThanOrEqualTo(KeyPurpose.values().length);
        assertThat(done.dayKeys()).isGreaterThanOrEqualTo(15);
        assertThat(wraps.counts()).containsOnlyKeys("next");
        assertThat(rewrapping.run(Operator.ONE)).isEqualTo(new Rewrapped("next", 0, 0));

        KeyVault alone = new KeyVault(KeyVaultTest.with(file(next)), store);
        assertThat(alone.tryOpen()).isTrue();
        assertThat(new DayKeys(alone, store).find(day).orElseThrow().mint()).isEqualTo(mint);
        ServiceKeys keys = new ServiceKeys(alone, store, real);
        assertThat(keys.refresh()).isTrue();
        assertThat(read(keys, code)).isInstanceOf(VisitCodes.Reading.Good.class);

        withoutTheLine.refresh();
        assertThat(withoutTheLine.codes().read(code))
                .as("a replica whose file lacks the new line works on with the keys it knows")
                .isInstanceOf(VisitCodes.Reading.Good.class);
    }

    @Test
    void theKeyChoosesTheAlgorithmAndNothingElseDoes() {
        KeyVault vault = new KeyVault(real, store);
        ServiceKeys keys = new ServiceKeys(vault, store, KeyVaultTest.with(null, MacAlgorithm.HMAC_SM3));
        keys.refresh();
        String sha256 = write(keys);
        int kid = rings.lock(KeyPurpose.CODE).size() + 1;
        rings.setState(KeyPurpose.CODE, keys.active(KeyPurpose.CODE).kid(), KeyState.VERIFY_ONLY);
        store.addServiceKey(keys.fresh(KeyPurpose.CODE, kid, clock.today()));
        keys.refresh();
        String sm3 = write(keys);

        assertThat(keys.active(KeyPurpose.CODE).algorithm()).isEqualTo(MacAlgorithm.HMAC_SM3);
        assertThat(read(keys, sha256)).isInstanceOf(VisitCodes.Reading.Good.class);
        assertThat(read(keys, sm3)).isInstanceOf(VisitCodes.Reading.Good.class);
        assertThat(keys.fresh(KeyPurpose.PAGE, 200, clock.today()).algorithm())
                .as("what signs no codes is not asked")
                .isEqualTo(MacAlgorithm.HMAC_SHA256);
    }

    @Test
    void aKeyThatIsChosenByDayTakesOverOnADayNobodyHasAskedFor() {
        KeyVault vault = new KeyVault(real, store);
        ServiceKeys keys = new ServiceKeys(vault, store, real);
        keys.refresh();
        LocalDate today = clock.today();
        for (KeyPurpose purpose : List.of(KeyPurpose.PAGE, KeyPurpose.DRAW)) {
            List<Integer> before = kids(keys, purpose, today);

            int fresh = rotation.replace(purpose, KeyState.VERIFY_ONLY);
            keys.refresh();

            assertThat(kids(keys, purpose, today).subList(0, purpose.daysToTakeOver()))
                    .isEqualTo(before.subList(0, purpose.daysToTakeOver()));
            assertThat(keys.on(purpose, today.plusDays(purpose.daysToTakeOver()))
                            .kid())
                    .isEqualTo(fresh);
        }
        assertThat(KeyPurpose.PAGE.daysToTakeOver())
                .as("beyond the expiry day of tomorrow's codes, which today's last second may see elsewhere")
                .isEqualTo(5);
    }

    private static List<Integer> kids(ServiceKeys keys, KeyPurpose purpose, LocalDate from) {
        return from.datesUntil(from.plusDays(10))
                .map(day -> keys.on(purpose, day).kid())
                .toList();
    }

    private String write(ServiceKeys keys) {
        return codes(keys).write(code());
    }

    private VisitCodes.Reading read(ServiceKeys keys, String code) {
        return codes(keys).read(code);
    }

    private VisitCodes codes(ServiceKeys keys) {
        return new VisitCodes(new CodeSigning(keys, new HmacCodeSigner(), new Sm3CodeSigner()), clock);
    }

    private VisitCode code() {
        return new VisitCode(new byte[16], 7, List.of(1), RaterType.UNKNOWN, clock.today());
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "keys", ""), content);
    }
}
