package io.mingjing.notification;

import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.kernel.event.TaskEvent.ClockChanged;
import io.mingjing.kernel.event.TaskEvent.Office;
import io.mingjing.kernel.event.TaskEvent.RungReached;
import io.mingjing.kernel.event.TaskEvent.TaskClosed;
import io.mingjing.kernel.event.TaskEvent.TaskIssued;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bureau of its own for each test: one section with a head, a coordinator, both leaders, and one task.
 *
 * @param code the bureau's, and the stem of all its codes, subjects and addresses
 */
public record Bureau(Wire wire, String code, UUID task, UUID clock) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    public static Bureau founded(Wire wire) {
        Bureau bureau = new Bureau(wire, "B" + COUNT.incrementAndGet(), UUID.randomUUID(), UUID.randomUUID());
        bureau.settle();
        return bureau;
    }

    public void settle() {
        wire.send(new UnitRecorded(code, "科学技术局", "BUREAU", "GY", true));
        wire.send(new UnitRecorded(section(), "资管科", "SECTION", code, true));
        appoint("section_head", section());
        appoint("coordinator", code);
        appoint("leader_in_charge", code);
        appoint("principal_leader", code);
    }

    public String section() {
        return code + "-ZGK";
    }

    public String subject(String role) {
        return code.toLowerCase(java.util.Locale.ROOT) + "-" + role;
    }

    public String address(String role) {
        return subject(role) + "@gy.example";
    }

    public void appoint(String role, String unit) {
        hold(role, unit, subject(role), address(role));
    }

    public void hold(String role, String unit, String subject, @org.jspecify.annotations.Nullable String address) {
        wire.send(new PostRecorded(role + "@" + unit, role, unit, subject, subject + "（演示）", address, null));
    }

    public void vacate(String role, String unit) {
        wire.send(new PostRecorded(role + "@" + unit, role, unit, null, null, null, null));
    }

    public RungReached dueSoon() {
        return rung("DUE_SOON", 0, 1, new Office("section_head", section()));
    }

    public RungReached overdue() {
        return rung("OVERDUE", 1, 1, new Office("section_head", section()));
    }

    public RungReached toTheLeader() {
        return rung("LEADER_IN_CHARGE", 2, 1, new Office("leader_in_charge", code));
    }

    public RungReached rung(String name, int step, int generation, Office... offices) {
        return new RungReached(
                UUID.randomUUID(),
                task,
                clock,
                generation,
                code + "-2026-0001",
                "成立专项整改工作组",
                name,
                step,
                List.of(offices),
                LocalDate.of(2026, 3, 19),
                step == 0 ? 0 : 2L * step - 1,
                "您是牵头科室负责人",
                Instant.now());
    }

    public TaskIssued issued() {
        return new TaskIssued(
                task,
                code + "-2026-0001",
                "成立专项整改工作组",
                "PLAN",
                UUID.randomUUID(),
                List.of(section()),
                code,
                Instant.parse("2026-03-19T16:00:00Z"),
                Instant.now());
    }

    public ClockChanged changed(String cause, int generation) {
        return new ClockChanged(task, clock, cause, generation, null, Instant.now());
    }

    public TaskClosed closed() {
        return new TaskClosed(task, code + "-2026-0001", "PLAN", UUID.randomUUID(), "X-1", "已成立工作组", Instant.now());
    }
}
