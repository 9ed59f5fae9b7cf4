package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import io.mingjing.evaluation.leaf.domain.Leaf;
import io.mingjing.evaluation.leaf.domain.Scope;
import io.mingjing.evaluation.office.domain.LeafFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Closed leaves as the city office asks for them; newest slot first. */
@ApplicationScoped
public class LeafRows {

    /** Where a page ended. */
    public record Mark(LocalDate slot, UUID id) {}

    /** A leaf with notes, and how far passing them on is. */
    public record Noted(LeafFacts leaf, long notes, long written, long published) {}

    private static final String COLUMNS =
            "l.id, l.number, l.scope, l.stream, l.place, l.place_name, l.owner_unit, l.ratings, l.levels, l.poor, l.slot ";

    private static final String OPEN = "(select leaf_id from leaf_to_paraphrase t where " + LeavesToParaphrase.UNWRITTEN
            + ") t join leaf l on l.id = t.leaf_id";

    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final AgroalDataSource database;

    LeafRows(AgroalDataSource database) {
        this.database = database;
    }

    public Optional<LeafFacts> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + COLUMNS + " from leaf l where l.id = ?")) {
            query.setObject(1, id);
            return leaves(query).stream().findFirst();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    public Optional<LeafFacts> byNumber(String number) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + COLUMNS + " from leaf l where l.number = ?")) {
            query.setString(1, number);
            return leaves(query).stream().findFirst();
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /** Leaves with poor ratings for the city office to work itself that nobody opened an order for, by id. */
    public List<LeafFacts> withoutOrder() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select " + COLUMNS + """
                         from leaf l where (l.scope = 'CITY' or l.stream = any (?)) and l.poor > 0
                          and not exists (select from city_order o where o.leaf_id = l.id) order by l.id""")) {
            query.setArray(
                    1,
                    connection.createArrayOf("text", Leaf.streamsWithoutTask().toArray()));
            return leaves(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * Leaves with raters' words.
     *
     * @param open only those for which nothing was written, see {@link LeavesToParaphrase}
     * @param after null for the first page
     */
    public List<Noted> withNotes(boolean open, @Nullable Mark after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select " + COLUMNS + """
                        , (select count(*) from note n where n.leaf_id = l.id) as notes,
                          (select count(*) from paraphrase p where p.leaf_id = l.id and p.state <> 'DROPPED') as written,
                          (select count(*) from paraphrase p where p.leaf_id = l.id and p.state = 'PUBLISHED') as published
                          from %s
                         where exists (select from note n where n.leaf_id = l.id) and (l.slot, l.id) < (?, ?)
                         order by l.slot desc, l.id desc limit ?""".formatted(open ? OPEN : "leaf l"))) {
            from(query, after);
            query.setInt(3, limit);
            ResultSet rows = query.executeQuery();
            List<Noted> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new Noted(
                        leaf(rows), rows.getLong("notes"), rows.getLong("written"), rows.getLong("published")));
            }
            return found;
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    /**
     * Leaves in which the stuffing radar noticed something.
     *
     * @param after null for the first page
     */
    public List<LeafFacts> withFlags(@Nullable Mark after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select " + COLUMNS + """
                         from leaf l
                         where exists (select from leaf_flag f where f.leaf_id = l.id)
                           and (l.slot, l.id) < (?, ?)
                         order by l.slot desc, l.id desc limit ?""")) {
            from(query, after);
            query.setInt(3, limit);
            return leaves(query);
        } catch (SQLException broken) {
            throw failed(broken);
        }
    }

    private static void from(PreparedStatement query, @Nullable Mark after) throws SQLException {
        query.setObject(1, after == null ? END : after.slot());
        query.setObject(2, after == null ? new UUID(-1, -1) : after.id());
    }

    private static List<LeafFacts> leaves(PreparedStatement query) throws SQLException {
        ResultSet rows = query.executeQuery();
        List<LeafFacts> found = new ArrayList<>();
        while (rows.next()) {
            found.add(leaf(rows));
        }
        return found;
    }

    private static LeafFacts leaf(ResultSet row) throws SQLException {
        return new LeafFacts(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Scope.valueOf(row.getString("scope")),
                row.getString("stream"),
                row.getString("place"),
                row.getString("place_name"),
                row.getString("owner_unit"),
                row.getLong("ratings"),
                Arrays.asList((Long[]) row.getArray("levels").getArray()),
                row.getLong("poor"),
                row.getObject("slot", LocalDate.class));
    }

    private static IllegalStateException failed(SQLException broken) {
        return new IllegalStateException("leaves could not be read for the city office", broken);
    }
}
