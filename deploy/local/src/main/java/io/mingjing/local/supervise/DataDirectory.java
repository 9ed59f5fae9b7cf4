package io.mingjing.local.supervise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The data of one local system; one supervisor at a time works on it. */
final class DataDirectory implements AutoCloseable {

    private static final long NEEDED_BYTES = 700L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Takes it for this process. */
    static DataDirectory take(Path path) {
        try {
            Files.createDirectories(path.resolve("logs"));
            if (!Files.isWritable(path)) {
                throw new StartRefused("Cannot write to 无法写入: " + path);
            }
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StartRefused("Not enough disk space at %s: %d MB free, %d MB needed 磁盘空间不足"
                        .formatted(path, free >> 20, NEEDED_BYTES >> 20));
            }
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartRefused("Another Mingjing is running on %s 该数据目录已有明镜在运行".formatted(path));
            }
            return new DataDirectory(path, channel);
        } catch (IOException e) {
            throw new StartRefused("Cannot use the data directory 无法使用数据目录 %s: %s".formatted(path, e.getMessage()));
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    /** The word kept under a name, such as whether the demo was loaded; empty when there is none. */
    String note(String name) {
        try {
            return Files.exists(file(name)) ? Files.readString(file(name)).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keepNote(String name, String word) {
        try {
            Files.writeString(file(name), word + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write 无法写入: " + file(name), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
