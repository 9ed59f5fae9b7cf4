package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.intake.persistence.IntakeStore;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Days of the intake open once for everybody, and go only when nothing is left in them. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class IntakeDaysTest {

    private final DayKeys days;
    private final IntakeStore store;
    private final AgroalDataSource database;

    IntakeDaysTest(DayKeys days, IntakeStore store, AgroalDataSource database) {
        this.days = days;
        this.store = store;
        this.database = database;
    }

    @Test
    void manyOpenTheSameDayAtOnceAndGetTheSameKeys() throws Exception {
        LocalDate day = LocalDate.of(2032, 1, 1);
        List<byte[]> keys = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(8)) {
            Callable<byte[]> open = () -> days.open(day).seal();
            for (var answer : clients.invokeAll(java.util.Collections.nCopies(8, open))) {
                keys.add(answer.get());
            }
        }

        assertThat(keys).allMatch(key -> java.util.Arrays.equals(key, keys.getFirst()));
        assertThat(store.days()).contains(day);
    }

    @Test
    void aDayGoesWhenItExpiredAndEveryBoxIsEmpty() throws SQLException {
        LocalDate day = LocalDate.of(2032, 2, 1);
        days.open(day);
        execute(
                "insert into intake values ('2032-02-01', '\\x01', 'W1', '\\x02'), ('2032-02-01', '\\x02', 'W1', null)");

        assertThat(store.drop(day, day.plusDays(4))).as("a box is left").isFalse();
        execute("update intake set box = null where exp_day = '2032-02-01'");
        assertThat(store.drop(day, day.plusDays(3))).as("not 3 days yet").isFalse();
        assertThat(store.drop(day, day.plusDays(4))).isTrue();

        assertThat(store.days()).doesNotContain(day);
        assertThat(ask("select accepted from intake_dropped where exp_day = '2032-02-01'"))
                .isEqualTo(2);
        assertThat(store.drop(day, day.plusDays(5))).as("it is gone").isFalse();
    }

    @Test
    void theServiceOwnsNoTable() throws SQLException {
        days.open(LocalDate.of(2032, 3, 1));

        assertThat(ask(
                        "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where nspname = 'public'"
                                + " and relowner = (select oid from pg_roles where rolname = current_user)"))
                .isZero();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private long ask(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
