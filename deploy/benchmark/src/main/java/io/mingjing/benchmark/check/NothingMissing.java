package io.mingjing.benchmark.check;

import io.mingjing.benchmark.city.Ratings;
import io.mingjing.benchmark.load.Load;
import io.mingjing.benchmark.load.Requests;
import io.mingjing.benchmark.parts.Evaluation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** Holds the log of acknowledged ratings against the database, and asks for some of the receipts again. */
public final class NothingMissing {

    private static final int ASKED_AGAIN = 2_000;
    private static final int FETCH = 20_000;

    private final Evaluation evaluation;
    private final Ratings ratings;

    public NothingMissing(Evaluation evaluation, Ratings ratings) {
        this.evaluation = evaluation;
        this.ratings = ratings;
    }

    /**
     * What was found.
     *
     * @param acknowledged ratings in the log
     * @param stored rows of the intake; more than were acknowledged where an answer got lost
     * @param missing acknowledged ratings without a row
     * @param asked ratings that were sent again
     * @param otherReceipt those of them that were not answered with their first receipt
     */
    public record Finding(long acknowledged, long stored, long missing, int asked, int otherReceipt) {

        public boolean nothingLost() {
            return missing == 0 && otherReceipt == 0;
        }
    }

    public Finding look(Acknowledged log) {
        RowKeys keys = new RowKeys(evaluation);
        long[] stored = stored();
        List<Acknowledged.Entry> entries = log.entries().toList();
        long missing = entries.parallelStream()
                .filter(entry -> Arrays.binarySearch(
                                stored, keys.of(ratings.code(entry.rating()), ratings.matter(entry.rating())))
                        < 0)
                .count();
        int step = Math.max(1, entries.size() / ASKED_AGAIN);
        List<Acknowledged.Entry> some = LongStream.range(0, entries.size() / step)
                .mapToObj(number -> entries.get((int) number * step))
                .toList();
        return new Finding(entries.size(), stored.length, missing, some.size(), otherReceipts(some));
    }

    private long[] stored() {
        try (Connection connection = evaluation.asSuperUser();
                Statement query = connection.createStatement()) {
            connection.setAutoCommit(false);
            query.setFetchSize(FETCH);
            ResultSet row = query.executeQuery("select h from intake");
            LongStream.Builder heads = LongStream.builder();
            while (row.next()) {
                heads.add(RowKeys.head(row.getBytes(1)));
            }
            return heads.build().sorted().toArray();
        } catch (SQLException broken) {
            throw new IllegalStateException("the intake could not be read", broken);
        }
    }

    private int otherReceipts(List<Acknowledged.Entry> some) {
        Requests all = ratings.to(evaluation.service().socket().getPort());
        Requests again = new Requests() {
            @Override
            public int size() {
                return some.size();
            }

            @Override
            public void write(int number, ByteBuffer into) {
                all.write(some.get(number).rating(), into);
            }
        };
        AtomicInteger same = new AtomicInteger();
        new Load(evaluation.service().socket(), again, 0, (request, status, buffer, from, to) -> {
                    String body = new String(buffer, from, to - from, StandardCharsets.UTF_8);
                    if (status == 200 && body.contains("\"" + some.get(request).receipt() + "\"")) {
                        same.incrementAndGet();
                    }
                })
                .closed(8, 120);
        return some.size() - same.get();
    }
}
