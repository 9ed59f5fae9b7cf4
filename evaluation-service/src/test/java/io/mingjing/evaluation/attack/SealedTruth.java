package io.mingjing.evaluation.attack;

import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.leaf.SuperUser;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Opens what is sealed in order to count hits: this is the referee, not the attacker. */
@ApplicationScoped
public class SealedTruth {

    private static final Pattern TRUTH = Pattern.compile(RatedCity.TRUTH + "\\d{6}");

    private final SuperUser database;
    private final ServiceKeys keys;

    SealedTruth(SuperUser database, ServiceKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** The rows of ratings or notes, with what the attacker saw of them. */
    List<Aligner.Row> rows(String table, String seal, Traces traces) {
        return database
                .rows("select id::text, leaf_id::text, encode(%s, 'hex'), md5(id::text) from %s".formatted(seal, table))
                .stream()
                .map(row -> {
                    Map<String, String> orders = new java.util.HashMap<>(traces.of(row.get(0)));
                    orders.put("id", row.get(0));
                    orders.put("seal", row.get(2));
                    orders.put("hash of id", row.get(3));
                    return new Aligner.Row(row.get(1), truth(row.get(1), row.get(2)), orders);
                })
                .toList();
    }

    /** Which leaf a rating is in, by its truth. */
    Map<String, String> leaves() {
        return rows("rating", "context").stream().collect(Collectors.toMap(row -> row[1], row -> row[0]));
    }

    /** The id of a rating, by its truth. */
    Map<String, String> ids() {
        return rows("rating", "context").stream().collect(Collectors.toMap(row -> row[1], row -> row[2]));
    }

    private List<String[]> rows(String table, String seal) {
        return database
                .rows("select leaf_id::text, encode(%s, 'hex'), id::text from %s".formatted(seal, table))
                .stream()
                .map(row -> new String[] {row.get(0), truth(row.get(0), row.get(1)), row.get(2)})
                .toList();
    }

    private String truth(String leaf, String seal) {
        byte[] sealed = HexFormat.of().parseHex(seal);
        byte[] box = Arrays.copyOfRange(sealed, 1, sealed.length);
        byte[] key = keys.active(ServiceKeys.LEAF).key();
        byte[] plain =
                AesGcm.open(key, leaf.getBytes(StandardCharsets.UTF_8), box).orElseThrow();
        Matcher found = TRUTH.matcher(new String(plain, StandardCharsets.UTF_8));
        if (!found.find()) {
            throw new IllegalStateException("a rating without a truth");
        }
        return found.group();
    }
}
