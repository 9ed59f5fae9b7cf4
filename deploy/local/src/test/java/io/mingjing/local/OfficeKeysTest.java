package io.mingjing.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeKeysTest {

    @TempDir
    Path data;

    @Test
    void theyAreMadeOnceForADataDirectory() throws Exception {
        OfficeKeys made = OfficeKeys.in(data.resolve("secrets/city-office"));
        String root = made.root();
        String signed = Files.readString(made.signedKey());

        OfficeKeys again = OfficeKeys.in(data.resolve("secrets/city-office"));

        assertThat(again.root()).isEqualTo(root);
        assertThat(Files.readString(again.signedKey())).isEqualTo(signed);
        assertThat(Base64.getDecoder().decode(root)).hasSize(32);
        assertThat(signed).contains("id: demo-1", "x25519: ", "valid-from: 2020-01-01", "signature: ");
        assertThat(Files.readString(made.privateKey())).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.privateKey())))
                .isEqualTo("rw-------");
        assertThat(data.resolve("secrets")).isDirectoryContaining("glob:**/city-office");
    }

    @Test
    void anotherDataDirectoryHasOthers() {
        assertThat(OfficeKeys.in(data.resolve("one")).root())
                .isNotEqualTo(OfficeKeys.in(data.resolve("other")).root());
    }
}
