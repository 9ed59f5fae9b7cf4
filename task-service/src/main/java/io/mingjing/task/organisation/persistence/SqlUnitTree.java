package io.mingjing.task.organisation.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.kernel.http.UnitTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/**
 * Which unit lies under which, as this service's own table says. The tree is at most three deep, so a walk up by primary
 * key costs less than keeping a copy right in every replica.
 */
@ApplicationScoped
class SqlUnitTree implements UnitTree {

    private static final String COVERS = """
            with recursive up (code, parent) as (
                select code, parent from unit where code = ?
                union
                select u.code, u.parent from unit u join up on u.code = up.parent
            )
            select exists (select 1 from up where code = ?)""";

    private final AgroalDataSource dataSource;

    SqlUnitTree(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public boolean covers(String upper, String unit) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(COVERS)) {
            query.setString(1, unit);
            query.setString(2, upper);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the tree of units", e);
        }
    }
}
