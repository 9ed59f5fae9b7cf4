package io.mingjing.evaluation.leaf.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class LongSetTest {

    @Property
    void holdsWhatWasAddedAndNothingElse(
            @ForAll @Size(max = 3_000) List<Long> added, @ForAll @Size(max = 100) List<Long> others) {
        LongSet set = new LongSet();
        Set<Long> expected = new HashSet<>(added);
        added.forEach(set::add);

        assertThat(added).allMatch(set::contains);
        assertThat(others.stream().filter(other -> other != 0 && other != 1))
                .allMatch(other -> set.contains(other) == expected.contains(other));
        assertThat(set.size()).isBetween(expected.size() - 1, expected.size());
    }
}
