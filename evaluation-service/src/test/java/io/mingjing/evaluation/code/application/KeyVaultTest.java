package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.domain.MacAlgorithm;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.evaluation.code.persistence.WrappedKey;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the right key file nothing opens, and nothing is made that another key would have to open. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KeyVaultTest {

    private final KeyStore store;
    private final EvaluationConfig real;
    private final AgroalDataSource database;

    @TempDir
    Path directory;

    KeyVaultTest(KeyStore store, EvaluationConfig real, AgroalDataSource database) {
        this.store = store;
        this.real = real;
        this.database = database;
    }

    @Test
    void theKeyFileOfThisDatabaseOpens() {
        assertThat(new KeyVault(real, store).tryOpen()).isTrue();
    }

    @Test
    void anotherKeyDoesNotOpen() throws IOException {
        KeyVault vault = new KeyVault(with(file(Base64.getEncoder().encodeToString(AesGcm.newKey()))), store);

        assertThat(vault.tryOpen()).isFalse();
        assertThat(vault.isOpen()).isFalse();
        assertThatThrownBy(() -> vault.wrap("anything", AesGcm.newKey()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type().status()).isEqualTo(503));
    }

    @Test
    void anotherKeyUnderAnotherNameDoesNotOpenEither() throws IOException {
        Path file = file("other " + Base64.getEncoder().encodeToString(AesGcm.newKey()));

        assertThat(new KeyVault(with(file), store).tryOpen()).isFalse();
        assertThat(store.canary("other")).isEmpty();
    }

    @Test
    void anAdditionalKeyOpensAndWrapsWhatIsNew() throws IOException {
        String known = Files.readString(real.keys().file().orElseThrow()).strip();
        KeyVault vault = new KeyVault(
                with(file(known + "\nnext " + Base64.getEncoder().encodeToString(AesGcm.newKey()))), store);

        assertThat(vault.tryOpen()).isTrue();
        assertThat(vault.wrap("a day", AesGcm.newKey()).kekId()).isEqualTo("next");
    }

    @Test
    void aFileThatLacksTheKeyOfADayDoesNotOpen() throws IOException {
        KeyVault wider = new KeyVault(with(file(knownAnd("of-a-day"))), store);
        assertThat(wider.tryOpen()).isTrue();
        LocalDate day = LocalDate.of(2033, 1, 1);
        openDay(day, wider);
        try {
            assertThat(new KeyVault(real, store).tryOpen()).isFalse();
        } finally {
            forget(day);
        }
    }

    @Test
    void aDayWhoseKeyTheOpenVaultLacksIsLockedAndNotGone() throws IOException {
        KeyVault before = new KeyVault(real, store);
        assertThat(before.tryOpen()).isTrue();
        DayKeys days = new DayKeys(before, store);
        KeyVault wider = new KeyVault(with(file(knownAnd("of-another-day"))), store);
        assertThat(wider.tryOpen()).isTrue();
        LocalDate day = LocalDate.of(2033, 1, 2);
        assertThat(days.find(day)).as("never opened").isEmpty();
        openDay(day, wider);
        try {
            assertThatThrownBy(() -> days.find(day)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() -> new MintedTags(days).has(day.minusDays(3))).isInstanceOf(ProblemException.class);
        } finally {
            forget(day);
        }
        assertThat(new MintedTags(days).has(day.minusDays(3))).isFalse();
    }

    private String knownAnd(String further) throws IOException {
        String known = Files.readString(real.keys().file().orElseThrow()).strip();
        return known + "\n" + further + " " + Base64.getEncoder().encodeToString(AesGcm.newKey());
    }

    private void openDay(LocalDate day, KeyVault vault) {
        Map<String, WrappedKey> keys = new HashMap<>();
        for (String purpose : List.of("seal", "spend", "mint")) {
            keys.put(purpose, vault.wrap("day " + day + " " + purpose, AesGcm.newKey()));
        }
        store.openDay(day, keys);
    }

    private void forget(LocalDate day) {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from day_key where exp_day = ?")) {
            delete.setObject(1, day);
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void noFileAnEmptyOneAndRubbishDoNotOpen() throws IOException {
        assertThat(new KeyVault(with(null), store).tryOpen()).isFalse();
        assertThat(new KeyVault(with(directory.resolve("none")), store).tryOpen())
                .isFalse();
        assertThat(new KeyVault(with(file("")), store).tryOpen()).isFalse();
        assertThat(new KeyVault(with(file("kek not-base64!")), store).tryOpen()).isFalse();
        assertThat(new KeyVault(with(file("kek AAAA")), store).tryOpen()).isFalse();
    }

    @Test
    void aKeyFileThatArrivesLaterOpens() throws IOException {
        Path late = directory.resolve("late");
        KeyVault vault = new KeyVault(with(late), store);
        assertThat(vault.tryOpen()).isFalse();

        Files.copy(real.keys().file().orElseThrow(), late);

        assertThat(vault.tryOpen()).isTrue();
    }

    @Test
    void aLineThatIsAddedLaterIsReadWithoutARestart() throws IOException {
        Path growing = Files.copy(real.keys().file().orElseThrow(), directory.resolve("growing"));
        KeyVault vault = new KeyVault(with(growing), store);
        assertThat(vault.tryOpen()).isTrue();
        DayKeys days = new DayKeys(vault, store);
        String complete = knownAnd("added-later");
        KeyVault elsewhere = new KeyVault(with(file(complete)), store);
        assertThat(elsewhere.tryOpen()).isTrue();
        LocalDate day = LocalDate.of(2033, 1, 3);
        openDay(day, elsewhere);
        try {
            assertThatThrownBy(() -> days.find(day)).isInstanceOf(ProblemException.class);

            Files.writeString(growing, complete);
            assertThat(vault.tryOpen()).isTrue();

            assertThat(days.find(day)).isPresent();
            assertThat(vault.active()).isEqualTo("added-later");
        } finally {
            forget(day);
        }
    }

    @Test
    void aFileThatGoesBadLeavesAnOpenVaultAsItWas() throws IOException {
        String good = Files.readString(real.keys().file().orElseThrow());
        Path file = file(good);
        KeyVault vault = new KeyVault(with(file), store);
        assertThat(vault.tryOpen()).isTrue();
        WrappedKey wrapped = vault.wrap("a place", AesGcm.newKey());

        for (String bad :
                List.of("", "kek AAAA", "another " + Base64.getEncoder().encodeToString(AesGcm.newKey()))) {
            Files.writeString(file, bad);
            assertThat(vault.tryOpen()).isTrue();
            assertThat(vault.unwrap("a place", wrapped)).isPresent();
        }
        Files.delete(file);
        assertThat(vault.tryOpen()).isTrue();
        assertThat(vault.unwrap("a place", wrapped)).isPresent();
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "keys", ""), content);
    }

    static EvaluationConfig with(Path file) {
        return with(file, MacAlgorithm.HMAC_SHA256);
    }

    static EvaluationConfig with(Path file, MacAlgorithm algorithm) {
        EvaluationConfig.Keys keys = new EvaluationConfig.Keys() {
            @Override
            public MacAlgorithm codeAlgorithm() {
                return algorithm;
            }

            @Override
            public Optional<Path> file() {
                return Optional.ofNullable(file);
            }
        };
        return (EvaluationConfig) Proxy.newProxyInstance(
                EvaluationConfig.class.getClassLoader(),
                new Class<?>[] {EvaluationConfig.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("keys");
                    return keys;
                });
    }
}
