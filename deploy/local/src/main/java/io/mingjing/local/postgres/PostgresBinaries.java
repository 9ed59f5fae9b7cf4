package io.mingjing.local.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked once per user from the jar on the class path. */
final class PostgresBinaries {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");

    private PostgresBinaries() {}

    /** The directory with {@code bin/postgres}; unpacks it when this version was never unpacked here. */
    static Path unpacked() {
        String resource = "postgres-" + system() + "-" + machine() + ".txz";
        var loader = PostgresBinaries.class.getClassLoader();
        try (InputStream packed = loader.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IllegalStateException(
                        "No PostgreSQL for this machine on the class path 没有适合本机的 PostgreSQL: " + resource);
            }
            byte[] archive = packed.readAllBytes();
            Path home = cache().resolve("postgres-" + fingerprint(archive));
            return Files.isExecutable(home.resolve("bin/postgres")) ? home : unpack(archive, home);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not unpack PostgreSQL, is the disk full? 无法解压 PostgreSQL, 磁盘是否已满?", e);
        }
    }

    /** Unpacks beside and renames, so that a second process that does the same never sees half of it. */
    private static Path unpack(byte[] archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path draft = Files.createTempDirectory(home.getParent(), "unpacking");
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, draft);
            }
        }
        Files.setPosixFilePermissions(draft, PROGRAM);
        try {
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            // Another process was faster: its copy is the same.
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                throw e;
            }
        }
        return home;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path home) throws IOException {
        Path target = home.resolve(entry.getName()).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("Entry outside the archive's directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) != 0 ? PROGRAM : FILE);
        }
    }

    private static String fingerprint(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path cache() {
        if (OrdinaryUser.isNobody()) {
            // PostgreSQL's programs look for each other and must not meet a directory that is closed to them.
            return Path.of("/var/cache/mingjing");
        }
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path base = chosen == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(chosen);
        return base.resolve("mingjing");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return arch.contains("aarch64") || arch.contains("arm64") ? "arm_64" : "x86_64";
    }
}
