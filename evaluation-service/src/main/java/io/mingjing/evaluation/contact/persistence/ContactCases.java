package io.mingjing.evaluation.contact.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.contact.domain.CallOutcome;
import io.mingjing.evaluation.contact.domain.ContactCase;
import io.mingjing.evaluation.contact.domain.ContactCase.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases of contacts and the calls made for them. */
@ApplicationScoped
public class ContactCases {

    /**
     * How the calls went, city-wide.
     *
     * @param open cases that wait for a call
     * @param late of these, those overdue
     * @param ended cases that are done
     * @param reached of these, those where somebody answered
     * @param asked calls in which satisfaction with the handling was asked
     * @param satisfied of these, those that were (回访满意)
     */
    public record Figures(long open, long late, long ended, long reached, long asked, long satisfied) {}

    private static final String CASE = """
            select c.id, c.due_day, c.state, c.done_day,
                   (select count(*) from contact_call k where k.case_id = c.id)
              from contact_case c
            """;

    private final AgroalDataSource database;

    ContactCases(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Cases whose contact is still there, by random id.
     *
     * @param after id of the last one seen; null for the first page
     * @param lateOn where set, only those that are overdue on this day
     */
    public List<ContactCase> page(@Nullable UUID after, int limit, @Nullable LocalDate lateOn) {
        String sql = CASE + " join contact_box b on b.id = c.id"
                + " where (? or c.id > ?) and (? or (c.state = 'OPEN' and c.due_day < ?)) order by c.id limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setBoolean(1, after == null);
            query.setObject(2, after == null ? new UUID(0, 0) : after);
            query.setBoolean(3, lateOn == null);
            query.setObject(4, lateOn == null ? LocalDate.EPOCH : lateOn);
            query.setInt(5, limit);
            return cases(query);
        } catch (SQLException broken) {
            throw new IllegalStateException("cases of contacts could not be read", broken);
        }
    }

    /** A case, locked until the caller's transaction ends. */
    public Optional<ContactCase> lock(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(CASE + " where c.id = ? for update of c")) {
            query.setObject(1, id);
            return cases(query).stream().findFirst();
        } catch (SQLException broken) {
            throw new IllegalStateException("a case could not be read", broken);
        }
    }

    /** Keeps where a case stands; joins the caller's transaction. */
    public void update(ContactCase now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update contact_case set due_day = ?, state = ?, done_day = ? where id = ?")) {
            update.setObject(1, now.dueDay());
            update.setString(2, now.state().name());
            update.setObject(3, now.doneDay());
            update.setObject(4, now.id());
            update.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a case could not be stored", broken);
        }
    }

    /** Forgets a case that was none: a canary. Joins the caller's transaction. */
    public void forget(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from contact_case where id = ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a case could not be forgotten", broken);
        }
    }

    /**
     * Adds a call; joins the caller's transaction.
     *
     * @param words sealed to the office; null where it wrote none
     */
    public void addCall(
            UUID id,
            int number,
            LocalDate day,
            CallOutcome outcome,
            @Nullable Boolean satisfied,
            byte @Nullable [] words) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into contact_call (case_id, number, day, outcome, satisfied, words)
                        values (?, ?, ?, ?, ?, ?)""")) {
            insert.setObject(1, id);
            insert.setInt(2, number);
            insert.setObject(3, day);
            insert.setString(4, outcome.name());
            insert.setObject(5, satisfied);
            insert.setBytes(6, words);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a call could not be stored", broken);
        }
    }

    /** The office's own words about the calls of a case, sealed, in the order of the calls. */
    public List<byte[]> wordsOf(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select words from contact_call where case_id = ? and words is not null order by number")) {
            query.setObject(1, id);
            ResultSet rows = query.executeQuery();
            List<byte[]> words = new ArrayList<>();
            while (rows.next()) {
                words.add(rows.getBytes(1));
            }
            return words;
        } catch (SQLException broken) {
            throw new IllegalStateException("words about calls could not be read", broken);
        }
    }

    /** Contacts that may not be kept any longer. */
    public List<UUID> outlived(LocalDate dueBefore, LocalDate doneBefore) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select c.id from contact_case c join contact_box b on b.id = c.id
                         where c.due_day < ? or c.done_day < ? order by c.id limit 1000""")) {
            query.setObject(1, dueBefore);
            query.setObject(2, doneBefore);
            ResultSet rows = query.executeQuery();
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException broken) {
            throw new IllegalStateException("old contacts could not be read", broken);
        }
    }

    public Figures figures(LocalDate today) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select count(*) filter (where state = 'OPEN'),
                               count(*) filter (where state = 'OPEN' and due_day < ?),
                               count(*) filter (where state <> 'OPEN'),
                               count(*) filter (where state = 'REACHED'),
                               (select count(satisfied) from contact_call),
                               (select count(*) from contact_call where satisfied)
                          from contact_case""")) {
            query.setObject(1, today);
            ResultSet row = query.executeQuery();
            row.next();
            return new Figures(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
        } catch (SQLException broken) {
            throw new IllegalStateException("calls could not be counted", broken);
        }
    }

    private static List<ContactCase> cases(PreparedStatement query) throws SQLException {
        ResultSet rows = query.executeQuery();
        List<ContactCase> cases = new ArrayList<>();
        while (rows.next()) {
            cases.add(new ContactCase(
                    rows.getObject(1, UUID.class),
                    rows.getObject(2, LocalDate.class),
                    State.valueOf(rows.getString(3)),
                    rows.getObject(4, LocalDate.class),
                    rows.getInt(5)));
        }
        return cases;
    }
}
