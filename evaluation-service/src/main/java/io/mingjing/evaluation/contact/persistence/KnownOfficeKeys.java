package io.mingjing.evaluation.contact.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.contact.domain.OfficeKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Public keys of the office that were in use here. */
@ApplicationScoped
public class KnownOfficeKeys {

    private final AgroalDataSource database;

    KnownOfficeKeys(AgroalDataSource database) {
        this.database = database;
    }

    public List<OfficeKey> all() {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select key_id, public_key, valid_from from office_key")) {
            ResultSet rows = query.executeQuery();
            List<OfficeKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(new OfficeKey(rows.getString(1), rows.getBytes(2), rows.getObject(3, LocalDate.class)));
            }
            return keys;
        } catch (SQLException broken) {
            throw new IllegalStateException("keys of the office could not be read", broken);
        }
    }

    /**
     * Keeps a key; joins the caller's transaction.
     *
     * @return false where it was kept before
     */
    public boolean add(OfficeKey key) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into office_key (key_id, public_key, valid_from) values (?, ?, ?)
                        on conflict do nothing""")) {
            insert.setString(1, key.id());
            insert.setBytes(2, key.publicKey());
            insert.setObject(3, key.validFrom());
            return insert.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("a key of the office could not be kept", broken);
        }
    }
}
