package io.mingjing.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds a base port above which a whole system fits. */
final class FreePorts {

    /** How many ports in a row a system takes, see the table of ports in the README. */
    static final int SPAN = 9;

    /** Bases given out: a system that has not begun to listen yet has its ports all the same. */
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    static synchronized int base() {
        int free = IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .limit(200)
                .filter(base -> GIVEN.stream().noneMatch(given -> Math.abs(given - base) < SPAN))
                .filter(base -> IntStream.range(base, base + SPAN).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + SPAN + " free ports in a row"));
        GIVEN.add(free);
        return free;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
