package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the right key file nothing opens, and nothing is made that another key would have to open. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KeyVaultTest {

    private final KeyStore store;
    private final EvaluationConfig real;

    @TempDir
    Path directory;

    KeyVaultTest(KeyStore store, EvaluationConfig real) {
        this.store = store;
        this.real = real;
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

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "keys", ""), content);
    }

    private static EvaluationConfig with(Path file) {
        EvaluationConfig.Keys keys = () -> Optional.ofNullable(file);
        return (EvaluationConfig) Proxy.newProxyInstance(
                EvaluationConfig.class.getClassLoader(),
                new Class<?>[] {EvaluationConfig.class},
                (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("keys");
                    return keys;
                });
    }
}
