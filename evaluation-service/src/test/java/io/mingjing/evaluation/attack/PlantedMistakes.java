package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.attack.Aligner.Row;
import io.mingjing.evaluation.leaf.SuperUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The two mistakes that would undo everything, made in tables beside the real ones. */
@ApplicationScoped
public class PlantedMistakes {

    private final SuperUser database;
    private final PhysicalOrders orders;
    private final SealedTruth truth;

    PlantedMistakes(SuperUser database, PhysicalOrders orders, SealedTruth truth) {
        this.database = database;
        this.orders = orders;
        this.truth = truth;
    }

    /** From now on a plain rating is written in the transaction that takes it in. */
    void storeAtIntakeToo() {
        database.execute(
                "drop table if exists rating_at_intake cascade",
                "create table rating_at_intake (id uuid default gen_random_uuid(), h text)",
                """
                create or replace function also_store() returns trigger language plpgsql security definer as $$
                begin insert into public.rating_at_intake (h) values (encode(new.h, 'hex')); return null; end $$""",
                "create or replace trigger also_store after insert on intake for each row execute function also_store()");
    }

    void end() {
        database.execute(
                "drop function if exists also_store cascade",
                "drop table if exists rating_at_intake, rating_by_arrival cascade");
    }

    /** What the first mistake would have stored. */
    List<Row> storedAtIntake(Collection<Row> raters) {
        database.execute("drop trigger also_store on intake");
        Map<String, Row> byKey = new HashMap<>();
        raters.forEach(rater -> byKey.put(rater.orders().get("intake key"), rater));
        return orders.heap("rating_at_intake", "h", "h").entrySet().stream()
                .filter(row -> byKey.containsKey(row.getKey()))
                .map(row -> new Row(
                        byKey.get(row.getKey()).leaf(), byKey.get(row.getKey()).truth(), row.getValue()))
                .toList();
    }

    /** What the second mistake would have stored: the mixer inserts a leaf's ratings as they came. */
    List<Row> insertedByArrival(Collection<Row> raters) throws SQLException {
        Map<String, String> ids = truth.ids();
        Map<String, Row> born = new HashMap<>();
        database.execute(
                "drop table if exists rating_by_arrival", "create table rating_by_arrival (like rating including all)");
        String columns = database.column("""
                select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                 where table_name = 'rating' and column_name <> 'id'""").getFirst();
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into rating_by_arrival (id, %1$s) select ?::uuid, %1$s from rating where id = ?::uuid"
                                .formatted(columns))) {
            for (List<Row> leaf :
                    raters.stream().collect(Collectors.groupingBy(Row::leaf)).values()) {
                connection.setAutoCommit(false);
                for (Row rater : leaf.stream()
                        .sorted(Comparator.comparing(row -> row.orders().get("arrival")))
                        .toList()) {
                    String id = UUID.randomUUID().toString();
                    insert.setString(1, id);
                    insert.setString(2, ids.get(rater.truth()));
                    insert.executeUpdate();
                    born.put(id, rater);
                }
                connection.commit();
            }
        }
        return orders.heap("rating_by_arrival", "id::text", "context").entrySet().stream()
                .map(row -> new Row(
                        born.get(row.getKey()).leaf(), born.get(row.getKey()).truth(), row.getValue()))
                .toList();
    }
}
