package io.mingjing.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large a page is, and where the next one begins. */
class ListPageTest {

    @Test
    void theSizeIsUsualWithoutAWishAndNeverAboveTheMost() {
        assertThat(ListPage.limit(null)).isEqualTo(50);
        assertThat(ListPage.limit(1)).isEqualTo(1);
        assertThat(ListPage.limit(5000)).isEqualTo(200);
    }

    @Test
    void aSizeBelowOneIsRefused() {
        assertThatThrownBy(() -> ListPage.limit(0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theRowBeyondThePageOnlySaysThatThereIsMore() {
        List<Integer> rows = IntStream.rangeClosed(1, 4).boxed().toList();

        assertThat(ListPage.cut(rows, 3, String::valueOf)).isEqualTo(new ListPage<>(List.of(1, 2, 3), "3"));
        assertThat(ListPage.cut(rows, 4, String::valueOf).next()).isNull();
    }

    @Test
    void aCursorOfOursReadsBackAndAForeignOneIsRefused() {
        Cursor read = Cursor.parse(Cursor.of("2026-03-19", 7), 2);

        assertThat(read).isNotNull();
        assertThat(read.parts()).containsExactly("2026-03-19", "7");
        assertThatThrownBy(() -> Cursor.parse("%%%", 2)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.parse(Cursor.of("one"), 2)).isInstanceOf(ProblemException.class);
    }
}
