package io.mingjing.local.postgres;

import io.mingjing.local.process.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. As root it is started in a user namespace of its own, where it is nobody and still
 * owns its files; where namespaces are forbidden (many containers), as the user nobody.
 */
final class OrdinaryUser {

    private static final String NOBODY = "65534";

    private enum Way {
        AS_WE_ARE,
        NAMESPACE,
        NOBODY
    }

    private static final Way WAY = way();

    private OrdinaryUser() {}

    /** Words to put before a PostgreSQL command. */
    static List<String> prefix() {
        return switch (WAY) {
            case AS_WE_ARE -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> nobody();
        };
    }

    /** Whether PostgreSQL runs as a user who may not enter root's home. */
    static boolean isNobody() {
        return WAY == Way.NOBODY;
    }

    /** Makes a new directory that the PostgreSQL process may own. */
    static void own(Path directory) {
        try {
            Files.createDirectories(directory);
            if (WAY == Way.NOBODY) {
                Tool.run("chown", List.of("chown", "-R", NOBODY + ":" + NOBODY, directory.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Way way() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Way.AS_WE_ARE;
        }
        if (Tool.works(List.of("unshare", "-U", "true"))) {
            return Way.NAMESPACE;
        }
        if (Tool.works(concat(nobody(), "true"))) {
            return Way.NOBODY;
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
                + " start as an ordinary user. PostgreSQL 不能以 root 运行, 请换普通用户启动。");
    }

    /** Keeps the right to walk through directories, which may lie below root's home. */
    private static List<String> nobody() {
        return List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + NOBODY,
                "--clear-groups",
                "--inh-caps=+dac_override",
                "--ambient-caps=+dac_override");
    }

    private static List<String> concat(List<String> words, String last) {
        return java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
