package io.mingjing.evaluation.code.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.code.domain.KeyPurpose;
import io.mingjing.evaluation.code.domain.KeyState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What changes in a ring of keys. Each call joins the running transaction. */
@ApplicationScoped
public class KeyRingStore {

    /**
     * A revocation that awaits its second person.
     *
     * @param subject OIDC subject of the first
     */
    public record Proposal(String purpose, int kid, String subject, String name, String why, Instant at) {}

    private final AgroalDataSource database;

    KeyRingStore(AgroalDataSource database) {
        this.database = database;
    }

    /** The keys of a ring by id; nobody else changes them until the transaction ends. */
    public Map<Integer, KeyState> lock(KeyPurpose purpose) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select kid, state from service_key where purpose = ? order by kid for update")) {
            query.setString(1, purpose.word());
            ResultSet rows = query.executeQuery();
            Map<Integer, KeyState> ring = new TreeMap<>();
            while (rows.next()) {
                ring.put(rows.getInt(1), KeyState.ofWord(rows.getString(2)));
            }
            return ring;
        } catch (SQLException broken) {
            throw new IllegalStateException("ring could not be read", broken);
        }
    }

    public void setState(KeyPurpose purpose, int kid, KeyState state) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update service_key set state = ? where purpose = ? and kid = ?")) {
            update.setString(1, state.word());
            update.setString(2, purpose.word());
            update.setInt(3, kid);
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("state of a key could not be changed", broken);
        }
    }

    public Optional<Proposal> proposal(KeyPurpose purpose, int kid) {
        return proposals().stream()
                .filter(one -> one.purpose().equals(purpose.word()) && one.kid() == kid)
                .findFirst();
    }

    public List<Proposal> proposals() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select purpose, kid, subject, name, why, proposed_at from key_revocation")) {
            ResultSet rows = query.executeQuery();
            List<Proposal> proposals = new ArrayList<>();
            while (rows.next()) {
                proposals.add(new Proposal(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getTimestamp(6).toInstant()));
            }
            return proposals;
        } catch (SQLException broken) {
            throw new IllegalStateException("revocations could not be read", broken);
        }
    }

    /** Keeps a proposal in the place of an older one. */
    public void propose(Proposal proposal) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into key_revocation (purpose, kid, subject, name, why, proposed_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (purpose, kid) do update set subject = excluded.subject, name = excluded.name,
                            why = excluded.why, proposed_at = excluded.proposed_at""")) {
            insert.setString(1, proposal.purpose());
            insert.setInt(2, proposal.kid());
            insert.setString(3, proposal.subject());
            insert.setString(4, proposal.name());
            insert.setString(5, proposal.why());
            insert.setTimestamp(6, Timestamp.from(proposal.at()));
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("revocation could not be proposed", broken);
        }
    }

    /** Whether there was one. */
    public boolean dropProposal(KeyPurpose purpose, int kid) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from key_revocation where purpose = ? and kid = ?")) {
            delete.setString(1, purpose.word());
            delete.setInt(2, kid);
            return delete.executeUpdate() == 1;
        } catch (SQLException broken) {
            throw new IllegalStateException("revocation could not be dropped", broken);
        }
    }
}
