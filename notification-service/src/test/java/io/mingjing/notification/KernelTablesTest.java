package io.mingjing.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.kernel.house.KernelTables;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KernelTablesTest extends OnRealParts {

    @Test
    void theKernelsTablesAreAsTheKernelMeansThem() throws SQLException {
        KernelTables.check(database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from delivery_entry",
                "update delivery_entry set kind = 'READ'",
                "delete from notice",
                "delete from occasion",
                "delete from delivery",
                "update audit set why = 'x'",
                "drop table notice"
            })
    void theServiceCannotChangeOrRemoveItsProof(String attempt) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(attempt))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }
}
