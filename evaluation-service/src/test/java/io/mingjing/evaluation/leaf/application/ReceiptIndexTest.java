package io.mingjing.evaluation.leaf.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ReceiptIndexTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 22);

    @Property
    void findsTheFirstRowOfWhatWasAddedAndNothingElse(
            @ForAll @Size(max = 3_000) List<Long> added, @ForAll @Size(max = 100) List<Long> others) {
        ReceiptIndex index = new ReceiptIndex();
        Map<Long, ReceiptIndex.Row> expected = new HashMap<>();
        for (int n = 0; n < added.size(); n++) {
            long receipt = added.get(n);
            index.add(receipt, DAY.plusDays(n % 40), n);
            expected.putIfAbsent(receipt == 0 ? 1 : receipt, new ReceiptIndex.Row(DAY.plusDays(n % 40), n));
        }

        assertThat(expected)
                .allSatisfy((receipt, row) -> assertThat(index.find(receipt)).contains(row));
        assertThat(others.stream().filter(other -> !expected.containsKey(other == 0 ? 1 : other)))
                .allMatch(other -> index.find(other).isEmpty());
    }
}
