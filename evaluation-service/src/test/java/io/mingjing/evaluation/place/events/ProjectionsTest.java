package io.mingjing.evaluation.place.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.kernel.calendar.YearStatus;
import io.mingjing.kernel.event.CalendarEvent.SetDay;
import io.mingjing.kernel.event.CalendarEvent.YearPublished;
import io.mingjing.kernel.event.DomainEvent;
import io.mingjing.kernel.event.Envelope;
import io.mingjing.kernel.event.OrganisationEvent.PostRecorded;
import io.mingjing.kernel.event.OrganisationEvent.UnitRecorded;
import io.mingjing.kernel.inbox.EventListener;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Units and calendar years as they are told: the newest wins, in whatever order it comes. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ProjectionsTest {

    private final OrganisationListener organisation;
    private final CalendarListener calendar;
    private final Units units;
    private final Calendars calendars;

    ProjectionsTest(OrganisationListener organisation, CalendarListener calendar, Units units, Calendars calendars) {
        this.organisation = organisation;
        this.calendar = calendar;
        this.units = units;
        this.calendars = calendars;
    }

    @Test
    void aPostReachesWhatLiesBelowIt() {
        tell(organisation, new UnitRecorded("X", "某市", "CITY", null, true), 1);
        tell(organisation, new UnitRecorded("X-A", "甲局", "BUREAU", "X", true), 1);
        tell(organisation, new UnitRecorded("X-A-1", "甲科", "SECTION", "X-A", true), 1);
        tell(organisation, new PostRecorded("section@X-A-1", "section", "X-A-1", null, null, null, null), 1);

        assertThat(units.covers("X", "X-A-1")).isTrue();
        assertThat(units.covers("X-A-1", "X-A-1")).isTrue();
        assertThat(units.covers("X-A-1", "X-A")).isFalse();
        assertThat(units.covers("X", "unknown")).isFalse();
        assertThat(units.nameOf("X-A")).isEqualTo("甲局");
    }

    @Test
    void anOlderRecordDoesNotUndoANewerOne() {
        tell(organisation, new UnitRecorded("Y", "新名", "BUREAU", null, true), 5);
        tell(organisation, new UnitRecorded("Y", "旧名", "BUREAU", null, true), 4);
        tell(organisation, new UnitRecorded("Y", "旧名", "BUREAU", null, true), 5);

        assertThat(units.nameOf("Y")).isEqualTo("新名");
    }

    @Test
    void aCircleOfUnitsDoesNotHang() {
        tell(organisation, new UnitRecorded("C1", "一", "BUREAU", "C2", true), 1);
        tell(organisation, new UnitRecorded("C2", "二", "BUREAU", "C1", true), 1);

        assertThat(units.covers("elsewhere", "C1")).isFalse();
    }

    @Test
    void yearsThatDidNotArriveAreProvisional() {
        LocalDate worked = LocalDate.of(2030, 9, 28);
        LocalDate off = LocalDate.of(2030, 10, 1);
        assertThat(calendars.current().status(2030)).isEqualTo(YearStatus.PROVISIONAL);

        tell(
                calendar,
                new YearPublished(
                        "CN", 2030, 1, List.of(new SetDay(off, "国庆节", "演示")), List.of(new SetDay(worked, "国庆节", "演示"))),
                1);

        assertThat(calendars.current().status(2030)).isEqualTo(YearStatus.PUBLISHED);
        assertThat(calendars.current().isWorkingDay(worked)).isTrue();
        assertThat(calendars.current().isWorkingDay(off)).isFalse();
        assertThat(calendars.current().status(2031)).isEqualTo(YearStatus.PROVISIONAL);
    }

    private static void tell(EventListener listener, DomainEvent event, long sequence) {
        Envelope envelope = new Envelope(UUID.randomUUID(), "task-service", sequence, Instant.EPOCH, event);
        QuarkusTransaction.requiringNew().run(() -> listener.on(envelope));
    }
}
