package io.mingjing.local.supervise;

import io.mingjing.kernel.time.BusinessClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the caller asked for.
 *
 * @param data the data directory
 * @param portBase the first of nine ports
 * @param now the business moment to start at; empty keeps the clock as it is
 * @param empty a new data directory gets no demo
 */
public record Options(Path data, int portBase, Optional<Instant> now, boolean empty) {

    /** What the options are. */
    public static final String USAGE = """
            ./run [--data DIR] [--port-base N] [--now 2026-03-19T09:00+08:00] [--empty]
              --data DIR       where the data live 数据目录 (.mingjing)
              --port-base N    first of nine ports 起始端口 (8080)
              --now MOMENT     sets the business clock once, forward only 设定业务时钟, 只能向前
              --empty          a new system gets no demo 新系统不装演示数据""";

    private static final int DEFAULT_BASE = 8080;
    private static final int LOWEST_BASE = 1024;

    /**
     * Reads the words of the command line.
     *
     * @param home the repository, below which the data live unless asked otherwise
     * @throws StartRefused when they are not understood, with what would be
     */
    public static Options parse(List<String> words, Map<String, String> environment, Path home) {
        refuseForeignAddress(environment.getOrDefault("QUARKUS_HTTP_HOST", "127.0.0.1"));
        Path data = home.resolve(".mingjing");
        int portBase = DEFAULT_BASE;
        Optional<Instant> now = Optional.empty();
        boolean empty = false;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            switch (word) {
                case "--data" -> data = Path.of(value(word, rest));
                case "--port-base" -> portBase = port(value(word, rest));
                case "--now" -> now = Optional.of(moment(value(word, rest)));
                case "--empty" -> empty = true;
                case "--host" -> refuseForeignAddress(value(word, rest));
                default -> throw new StartRefused("Unknown option 未知选项: " + word + "\n" + USAGE);
            }
        }
        return new Options(data.toAbsolutePath().normalize(), portBase, now, empty);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new StartRefused(option + " needs a value 缺少取值\n" + USAGE);
        }
        return rest.pop();
    }

    private static int port(String text) {
        int highest = 65_535 - PortPlan.SPAN;
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= LOWEST_BASE && port <= highest) {
                return port;
            }
        }
        throw new StartRefused(
                "--port-base must be a number from %d to %d 应为数字, got 收到: %s".formatted(LOWEST_BASE, highest, text));
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(BusinessClock.ZONE).toInstant();
            } catch (DateTimeParseException e) {
                throw new StartRefused("--now must look like 2026-03-19T09:00+08:00 格式应如此, got 收到: " + text);
            }
        }
    }

    /** A local system is for this machine alone: its people sign in without passwords. */
    private static void refuseForeignAddress(String host) {
        try {
            if (InetAddress.getByName(host).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // Not an address of this machine either.
        }
        throw new StartRefused("Mingjing listens on 127.0.0.1 only, not on " + host
                + ": its demo people have no passwords. 仅在本机监听: 演示人员没有密码。");
    }
}
