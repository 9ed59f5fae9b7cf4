package io.mingjing.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds a base port above which a whole system fits. */
final class FreePorts {

    /** How many ports in a row a system takes, see the table of ports in the README. */
    static final int SPAN = 9;

    private FreePorts() {}

    static int base() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(20_000, 32_000))
                .limit(200)
                .filter(base -> IntStream.range(base, base + SPAN).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + SPAN + " free ports in a row"));
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
