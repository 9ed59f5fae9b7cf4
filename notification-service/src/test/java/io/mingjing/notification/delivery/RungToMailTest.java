package io.mingjing.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.kernel.event.Envelope;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.NotificationParts;
import io.mingjing.notification.Postbox;
import io.mingjing.notification.TestClock;
import io.mingjing.notification.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NotificationParts.class)
class RungToMailTest {

    @Inject
    TestClock clock;

    private Wire wire;
    private Postbox postbox;

    @BeforeEach
    void open() {
        clock.shanghai("2026-03-20T10:00");
        wire = new Wire();
        postbox = Postbox.open();
    }

    @AfterEach
    void close() {
        postbox.close();
        wire.close();
    }

    @Test
    void aRungBecomesExactlyOneMailToTheRightPerson() {
        Bureau bureau = Bureau.founded(wire);

        Envelope rung = wire.send(bureau.overdue());
        await().untilAsserted(() ->
                assertThat(postbox.to(bureau.address("section_head"))).hasSize(1));
        wire.send(rung);
        wire.send(bureau.toTheLeader());
        await().untilAsserted(() ->
                assertThat(postbox.to(bureau.address("leader_in_charge"))).hasSize(1));

        assertThat(postbox.all()).hasSize(2);
        assertThat(postbox.to(bureau.address("section_head")).getFirst().text())
                .contains("资管科负责人", bureau.code() + "-2026-0001", "2026年3月19日", "已逾期1个工作日", "您是牵头科室负责人");
    }
}
