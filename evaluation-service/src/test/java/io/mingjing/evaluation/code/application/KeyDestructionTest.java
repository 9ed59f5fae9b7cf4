package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.application.Seals;
import io.mingjing.evaluation.intake.domain.Opened;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Keys of a day go once its boxes are mixed, its partition is dropped and seven days have passed; not before. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class KeyDestructionTest {

    private final KeyDestruction destruction;
    private final DayKeys days;
    private final IntakeStore intake;
    private final Seals seals;
    private final TestClock clock;
    private final AgroalDataSource database;

    KeyDestructionTest(
            KeyDestruction destruction,
            DayKeys days,
            IntakeStore intake,
            Seals seals,
            TestClock clock,
            AgroalDataSource database) {
        this.destruction = destruction;
        this.days = days;
        this.intake = intake;
        this.seals = seals;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void keysGoSevenDaysAfterThePartition() {
        LocalDate day = clock.today().minusDays(11);
        days.open(day);
        destruction.run();
        assertThat(days.find(day)).as("its partition is there").isPresent();

        assertThat(intake.drop(day, clock.today().minusDays(6))).isTrue();
        destruction.run();
        assertThat(days.find(day)).as("six days only").isPresent();

        reopen(day);
        assertThat(intake.drop(day, clock.today().minusDays(7))).isTrue();
        assertThat(destruction.run()).contains(day);
        assertThat(days.find(day)).as("nor in memory").isEmpty();
        assertThat(seals.open(day, new byte[] {1}, new byte[512])).isInstanceOf(Opened.Unreadable.class);
        assertThat(destruction.run()).doesNotContain(day);
    }

    @Test
    void anotherProcessForgetsToo() {
        LocalDate day = clock.today().minusDays(30);
        days.open(day);
        execute("delete from day_key where exp_day = '" + day + "'");

        destruction.run();

        assertThat(days.find(day)).isEmpty();
    }

    @Test
    void aBoxInQuarantineKeepsItsKeys() {
        LocalDate day = clock.today().minusDays(40);
        days.open(day);
        execute("insert into quarantine values ('" + day + "', '\\x0a', 'W1', '\\x0b', 'a test')");
        assertThat(intake.drop(day, clock.today().minusDays(20))).isTrue();

        assertThat(destruction.run()).doesNotContain(day);
        assertThat(days.find(day)).isPresent();
    }

    private void reopen(LocalDate day) {
        execute("select intake_open_day('" + day + "')");
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
