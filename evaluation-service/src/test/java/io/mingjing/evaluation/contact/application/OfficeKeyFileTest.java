package io.mingjing.evaluation.contact.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.evaluation.contact.application.OfficeKeyFile.NotTrusted;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import io.mingjing.local.OfficeKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what the pinned root has signed is the key of the office. */
class OfficeKeyFileTest {

    @TempDir
    Path directory;

    private OfficeKeys keys;
    private String file;

    @BeforeEach
    void keys() throws Exception {
        keys = OfficeKeys.in(directory.resolve("keys"));
        file = Files.readString(keys.signedKey());
    }

    @Test
    void theSignedKeyIsTaken() throws Exception {
        var key = OfficeKeyFile.read(keys.signedKey(), keys.root());

        assertThat(key.id()).isEqualTo("demo-1");
        assertThat(key.publicKey()).hasSize(32);
        assertThat(key.validFrom()).isEqualTo(LocalDate.of(2020, 1, 1));
        assertThat(key.fingerprint()).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
    }

    /** As docs/operations.md tells the custodian of the root. */
    @Test
    void aKeyThatOpensslSignedIsTaken() throws Exception {
        Path made = Files.writeString(directory.resolve("openssl"), """
                id: 2026-1
                x25519: CXBIWWzQV3Z5kZu93LpZyQmguSPZWig09+iltfbiwmI=
                valid-from: 2026-01-01
                signature: M6/44fr8DbBGECZqw/HZPQuL3acPNltRL4g5Yxjc/2MryNiyuOn87ZIKJucpQObt/Zgahi6Vj4phdWGXdGgxDQ==
                """);

        assertThat(OfficeKeyFile.read(made, "VVWl/nlWDux7PiZHZ2vww5tVLZAnkoC9xfL8tlYCvaU=")
                        .id())
                .isEqualTo("2026-1");
    }

    @Test
    void noChangedByteMakesAnotherKey() throws Exception {
        OfficeKey signed = OfficeKeyFile.read(keys.signedKey(), keys.root());
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 4;
            Path tampered = Files.write(directory.resolve("tampered"), changed);
            try {
                // White space at the end of a line may change: it is the same key.
                assertThat(OfficeKeyFile.read(tampered, keys.root()).isSameAs(signed))
                        .as("byte " + at)
                        .isTrue();
            } catch (NotTrusted because) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(bytes.length - 12);
    }

    @Test
    void anotherRootsKeyIsRefused() {
        OfficeKeys others = OfficeKeys.in(directory.resolve("others"));

        assertThatThrownBy(() -> OfficeKeyFile.read(others.signedKey(), keys.root()))
                .isInstanceOf(NotTrusted.class)
                .hasMessageContaining("not signed by the pinned root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "x25519", "valid-from", "signature"})
    void aFileThatLacksALineIsRefused(String name) throws Exception {
        refused(file.replaceAll("(?m)^" + name + ":.*$", ""), name);
        refused(
                file
                        + file.lines()
                                .filter(line -> line.startsWith(name))
                                .findFirst()
                                .orElseThrow() + "\n",
                "twice");
    }

    @ParameterizedTest
    @CsvSource({"x25519, AAAA", "x25519, %%%", "signature, AAAA", "valid-from, tomorrow", "id, a b"})
    void aFileWithNonsenseIsRefused(String name, String nonsense) throws Exception {
        refused(file.replaceAll("(?m)^" + name + ":.*$", name + ": " + nonsense), "");
    }

    @Test
    void noFileAndNoRootAreRefused() {
        assertThatThrownBy(() -> OfficeKeyFile.read(directory.resolve("missing"), keys.root()))
                .isInstanceOf(NotTrusted.class);
        assertThatThrownBy(() -> OfficeKeyFile.read(keys.signedKey(), "not a root"))
                .isInstanceOf(NotTrusted.class);
    }

    private void refused(String text, String why) throws Exception {
        Path bad = Files.writeString(directory.resolve("bad"), text);
        assertThatThrownBy(() -> OfficeKeyFile.read(bad, keys.root()))
                .isInstanceOf(NotTrusted.class)
                .hasMessageContaining(why);
    }
}
