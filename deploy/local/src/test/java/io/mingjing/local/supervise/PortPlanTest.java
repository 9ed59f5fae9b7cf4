package io.mingjing.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingjing.local.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortPlanTest {

    @Test
    void theOrderIsTheOneOthersRelyOn() {
        assertThat(new PortPlan(8080).byName().values())
                .containsExactly(8080, 8081, 8082, 8083, 8084, 8085, 8086, 8087, 8088);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aTakenPortIsNamedWithWhoHasIt() throws Exception {
        try (var somebody = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            var plan = new PortPlan(somebody.getLocalPort());

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(plan::requireFree)
                    .withMessageContaining("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aPortThatJustClosedIsFree() throws Exception {
        int port;
        try (var somebody = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK))) {
            port = somebody.getLocalPort();
        }

        assertThatCode(() -> assertThat(Ports.isFree(port)).isTrue()).doesNotThrowAnyException();
    }
}
