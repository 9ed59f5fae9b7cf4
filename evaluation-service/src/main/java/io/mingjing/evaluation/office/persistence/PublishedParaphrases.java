package io.mingjing.evaluation.office.persistence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Published paraphrases: added and never changed, read with the rated side's own database role. */
@ApplicationScoped
public class PublishedParaphrases {

    /**
     * A line as it is published.
     *
     * @param slot day of the slot it was published with
     */
    public record Line(UUID id, UUID leafId, String leafNumber, String ownerUnit, String text, LocalDate slot) {}

    /** Where a page ended. */
    public record Mark(String ownerUnit, UUID id) {}

    private static final String PAGE = """
            with recursive reach as (
                select code from unnest(?) as posts (code)
                union
                select unit.code from unit join reach on unit.parent = reach.code
            )
            select p.id, p.leaf_id, l.number, p.owner_unit, p.text, p.slot
              from leaf_paraphrase p join leaf l on l.id = p.leaf_id
             where (? or p.owner_unit in (select code from reach))
               and (? or (p.owner_unit, p.id) > (?, ?))
             order by p.owner_unit, p.id limit ?
            """;

    private final AgroalDataSource rated;
    private final AgroalDataSource service;

    PublishedParaphrases(@DataSource("rated") AgroalDataSource rated, AgroalDataSource service) {
        this.rated = rated;
        this.service = service;
    }

    /** Joins the caller's transaction. */
    public void add(UUID id, UUID leaf, String text, LocalDate slot) {
        try (Connection connection = service.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into leaf_paraphrase (id, leaf_id, owner_unit, text, slot)
                        select ?, l.id, l.owner_unit, ?, ? from leaf l where l.id = ?""")) {
            insert.setObject(1, id);
            insert.setString(2, text);
            insert.setObject(3, slot);
            insert.setObject(4, leaf);
            insert.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("a paraphrase could not be published", broken);
        }
    }

    /** The published lines of a leaf, by random id. */
    public List<String> ofLeaf(UUID leaf) {
        return texts(rated, leaf);
    }

    /** The same for an event; joins the caller's transaction, as the rated side's connections cannot. */
    public List<String> announcedOf(UUID leaf) {
        return texts(service, leaf);
    }

    private static List<String> texts(AgroalDataSource database, UUID leaf) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("select text from leaf_paraphrase where leaf_id = ? order by id")) {
            query.setObject(1, leaf);
            ResultSet rows = query.executeQuery();
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException("published paraphrases could not be read", broken);
        }
    }

    /**
     * By owner, then by random id: an order by time would show what is new.
     *
     * @param everything whether all units are within reach
     * @param units units whose own and lower leaves are
     * @param after null for the first page
     */
    public List<Line> page(boolean everything, List<String> units, @Nullable Mark after, int limit) {
        try (Connection connection = rated.getConnection();
                PreparedStatement query = connection.prepareStatement(PAGE)) {
            query.setArray(1, connection.createArrayOf("text", units.toArray()));
            query.setBoolean(2, everything);
            query.setBoolean(3, after == null);
            query.setString(4, after == null ? "" : after.ownerUnit());
            query.setObject(5, after == null ? new UUID(0, 0) : after.id());
            query.setInt(6, limit);
            ResultSet rows = query.executeQuery();
            List<Line> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(new Line(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getObject(6, LocalDate.class)));
            }
            return lines;
        } catch (SQLException broken) {
            throw new IllegalStateException("published paraphrases could not be read", broken);
        }
    }
}
