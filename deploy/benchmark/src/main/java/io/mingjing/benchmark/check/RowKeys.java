package io.mingjing.benchmark.check;

import io.mingjing.benchmark.parts.Evaluation;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.domain.CodeLayout;
import io.mingjing.evaluation.code.domain.VisitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Where a rating lies in the intake, computed as the service computes it: from the key file, the wrapped keys of the days
 * and the code. Who has the key file may; nobody else could find a single row.
 */
public final class RowKeys {

    private final Map<LocalDate, byte[]> spend = new HashMap<>();

    /** Unwraps the keys of all days. */
    public RowKeys(Evaluation evaluation) {
        Map<String, byte[]> keys = keyFile(evaluation);
        try (Connection connection = evaluation.asSuperUser();
                PreparedStatement query = connection.prepareStatement(
                        "select exp_day, kek_id, wrapped from day_key where purpose = 'spend'")) {
            ResultSet row = query.executeQuery();
            while (row.next()) {
                LocalDate day = row.getObject(1, LocalDate.class);
                byte[] bound = ("day " + day + " spend").getBytes(StandardCharsets.UTF_8);
                byte[] kek = keys.getOrDefault(row.getString(2), new byte[32]);
                spend.put(
                        day,
                        AesGcm.open(kek, bound, row.getBytes(3))
                                .orElseThrow(() -> new IllegalStateException("the key of a day does not unwrap")));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the keys of the days could not be read", broken);
        }
    }

    /** The first eight bytes of a row's key: enough to tell millions apart. */
    public long of(byte[] code, String matter) {
        VisitCode read = CodeLayout.parse(new String(code, StandardCharsets.US_ASCII))
                .orElseThrow()
                .code();
        byte[] key = spend.get(read.expDay());
        if (key == null) {
            throw new IllegalStateException("no key for " + read.expDay());
        }
        return head(KeyedHash.of(key, "spend", read.tokenId(), matter.getBytes(StandardCharsets.UTF_8)));
    }

    static long head(byte[] h) {
        return ByteBuffer.wrap(h).getLong();
    }

    private static Map<String, byte[]> keyFile(Evaluation evaluation) {
        Map<String, byte[]> keys = new HashMap<>();
        try {
            for (String line : Files.readAllLines(evaluation.keyFile())) {
                String[] words = line.strip().split(" ");
                if (words.length == 2) {
                    keys.put(words[0], HexFormat.of().parseHex(words[1]));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return keys;
    }
}
