package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.intake.domain.SealedRating;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The group commit against a table in memory that fails as a database does. */
class GroupCommitTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 22);

    /** Rows by key; some keys are refused, and some statements find the database away. */
    private static final class Table implements io.mingjing.evaluation.intake.persistence.SealedRows {

        private final Set<Integer> rows = new HashSet<>();
        private final List<List<Integer>> batches = new ArrayList<>();
        private final Random random;
        private final int refuseEvery;
        private final int awayPercent;

        Table(long seed, int refuseEvery, int awayPercent) {
            this.random = new Random(seed);
            this.refuseEvery = refuseEvery;
            this.awayPercent = awayPercent;
        }

        @Override
        public synchronized List<SealedRating> store(List<SealedRating> batch) throws SQLException {
            List<Integer> keys = batch.stream().map(Table::key).toList();
            batches.add(keys);
            if (random.nextInt(100) < awayPercent) {
                throw new SQLException("away", "08006");
            }
            if (keys.stream().anyMatch(this::refused)) {
                throw new SQLException("refused", "23514");
            }
            List<SealedRating> stored =
                    batch.stream().filter(row -> rows.add(key(row))).toList();
            if (random.nextInt(100) < awayPercent) {
                throw new SQLException("committed, but the answer was lost", "08006");
            }
            return stored;
        }

        boolean refused(int key) {
            return refuseEvery > 0 && key % refuseEvery == 0;
        }

        static int key(SealedRating rating) {
            return rating.h()[0];
        }
    }

    @Property(tries = 60)
    void everyCallerHearsTheTruthOnce(
            @ForAll @IntRange(min = 1, max = 400) int ratings,
            @ForAll @IntRange(min = 1, max = 100) int keys,
            @ForAll @IntRange(min = 0, max = 9) int refuseEvery,
            @ForAll @IntRange(min = 0, max = 20) int awayPercent,
            @ForAll @IntRange(min = 1, max = 64) int batch,
            @ForAll long seed)
            throws Exception {
        Table table = new Table(seed, refuseEvery, awayPercent);
        Random random = new Random(seed);
        List<SealedRating> sent = new ArrayList<>();
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();

        try (GroupCommit commit = new GroupCommit(table, 1_000, batch, 2)) {
            for (int number = 0; number < ratings; number++) {
                SealedRating rating = rating(1 + random.nextInt(keys));
                sent.add(rating);
                answers.add(commit.submit(rating).orElseThrow());
            }
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                    .handle((all, failure) -> all)
                    .get(20, TimeUnit.SECONDS);
        }

        Set<Integer> acknowledged = new HashSet<>();
        for (int number = 0; number < ratings; number++) {
            int key = Table.key(sent.get(number));
            Optional<Boolean> heard = answer(answers.get(number));
            if (heard.isPresent() && heard.get()) {
                assertThat(acknowledged.add(key)).as("acknowledged once").isTrue();
            }
            if (heard.isPresent()) {
                assertThat(table.rows)
                        .as("whoever hears an answer finds the row")
                        .contains(key);
            }
            if (table.refused(key)) {
                assertThat(heard).as("a refused row fails alone").isEmpty();
            } else if (awayPercent == 0) {
                assertThat(heard).as("no neighbour fails with it").isPresent();
            }
        }
        assertThat(table.rows).containsAll(acknowledged);
        if (awayPercent == 0) {
            assertThat(acknowledged).isEqualTo(table.rows);
        }
        assertThat(table.batches).allSatisfy(one -> assertThat(one).isSorted().doesNotHaveDuplicates());
        assertThat(table.batches).allSatisfy(one -> assertThat(one).hasSizeLessThanOrEqualTo(batch));
    }

    @Test
    void aFullQueueSaysSoAtOnce() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(1);
        GroupCommit commit = new GroupCommit(
                batch -> {
                    taken.countDown();
                    await(held);
                    return batch;
                },
                2,
                1,
                1);
        List<CompletableFuture<Boolean>> accepted = new ArrayList<>();
        accepted.add(commit.submit(rating(1)).orElseThrow());
        assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
        accepted.add(commit.submit(rating(2)).orElseThrow());
        accepted.add(commit.submit(rating(3)).orElseThrow());

        assertThat(commit.submit(rating(4))).isEmpty();
        held.countDown();
        commit.close();

        assertThat(accepted).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(true));
    }

    @Test
    void stoppingStoresWhatWaitsAndTakesNoMore() {
        Table table = new Table(1, 0, 0);
        GroupCommit commit = new GroupCommit(table, 1_000, 8, 2);
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (int key = 1; key <= 100; key++) {
            answers.add(commit.submit(rating(key)).orElseThrow());
        }

        commit.close();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedWithValue(true));
        assertThat(table.rows).hasSize(100);
        assertThat(commit.submit(rating(101))).isEmpty();
    }

    private static Optional<Boolean> answer(CompletableFuture<Boolean> future) throws InterruptedException {
        try {
            return Optional.of(future.get());
        } catch (ExecutionException failed) {
            assertThat(failed.getCause()).isInstanceOf(GroupCommit.NotStored.class);
            return Optional.empty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static SealedRating rating(int key) {
        byte[] h = new byte[32];
        Arrays.fill(h, (byte) key);
        return new SealedRating(DAY, h, "W1", new byte[] {1});
    }
}
