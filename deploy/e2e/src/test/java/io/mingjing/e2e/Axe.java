package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.TreeSet;

/** What a machine can tell of a page's use by everybody: axe, by WCAG 2.2 AA and its best practices. */
final class Axe {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Axe() {}

    static void findsNothing(Page page, String what) {
        assertThat(complaints(page)).as(what).isEmpty();
    }

    /** Each broken rule with the elements that break it. */
    static List<String> complaints(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + " "
                                + new TreeSet<>(rule.getNodes().stream()
                                        .map(Object::toString)
                                        .toList()))
                        .toList();
    }
}
