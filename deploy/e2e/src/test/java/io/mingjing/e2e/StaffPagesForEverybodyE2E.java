package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mingjing.e2e.Rater.Rating;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The evaluation's staff pages for everybody: whatever a person can click to, in both languages, with something on it. Pages
 * of one kind are looked at once.
 */
@Order(5)
@Story.Chapter
@Timeout(value = 12, unit = TimeUnit.MINUTES)
class StaffPagesForEverybodyE2E {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private static Browser browser;

    private final Story story;
    private final RunningSystem system;

    StaffPagesForEverybodyE2E(Story story) {
        this.story = story;
        this.system = story.system();
    }

    /** A closed leaf with notes, what still waits, a contact, and whatever went wrong. */
    @BeforeAll
    static void open(Story story) {
        browser = new Browser();
        story.taskOfTheLeaf();
        story.everythingGoesWrongOnce();
        Rater.of(story.system(), story.quietVisits().getLast()).send(Rating.poor(Feed.MATTER));
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "demo-city-office, /evaluation/office /evaluation/pending /evaluation/office/orders /evaluation/office/notes"
                + " /evaluation/office/corrections /evaluation/office/coercions /evaluation/contacts /evaluation/radar"
                + " /evaluation/leaves /evaluation/places",
        "demo-discipline, /evaluation/integrity",
        "demo-oversight, /evaluation/integrity /evaluation/radar",
        "demo-clerk, /evaluation/visits /evaluation/leaves",
        "demo-unit-admin, /evaluation/places /evaluation/sheets /evaluation/posted",
        "demo-operations, /evaluation/places"
    })
    void aScreenReaderFindsNothingAmissOnAnyPageOfAPerson(String person, String theirs) {
        Page desk = browser.desk(system.evaluation("/evaluation"), person);
        Map<String, String> amiss = new TreeMap<>();
        Set<String> seen = new TreeSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(theirs.split(" ")));
        ahead.addFirst("/evaluation");
        while (!ahead.isEmpty()) {
            String path = ahead.removeFirst();
            if (seen.add(kindOf(path))) {
                for (String language : LANGUAGES) {
                    desk.navigate(system.evaluation(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                            .toString());
                    List<String> complaints = Axe.complaints(desk);
                    if (!complaints.isEmpty()) {
                        amiss.put(path + " " + language, String.join("\n  ", complaints));
                    }
                }
                ahead.addAll(linksOf(desk));
            }
        }
        System.out.printf("%s: %d kinds of pages %s%n", person, seen.size(), seen);
        assertThat(seen).contains(theirs.split(" "));
        assertThat(amiss).isEmpty();
    }

    /** The page that a clerk turns to the visitor is reached by a form, not by a link. */
    @Test
    void aScreenReaderFindsNothingAmissOnTheClerksCode() {
        Page desk = browser.desk(system.evaluation("/evaluation/visits"), "demo-clerk");
        desk.check("input[name=window][value=GY-ZWDT-W01]");
        desk.check("input[name=matters][value=GY-KJ-001]");
        desk.click("main button[type=submit]");
        desk.waitForSelector(".code svg");
        Axe.findsNothing(desk, "the code in zh");
        desk.click("header a[hreflang=en]");
        Axe.findsNothing(desk, "the code in en");
    }

    /** What stands below the receipt too: a second rating, a contact, the chip 被要求打满意, each sent as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aScreenReaderFindsNothingAmissOnTheReceiptWithItsExtras(String language) {
        Page unknown = receiptPage(language, "AAAAA-AAAAA-AAA");
        Axe.findsNothing(unknown, "an unknown receipt in " + language);
        Page phone = receiptPage(language, story.receipt(2));
        Axe.findsNothing(phone, "the receipt in " + language);
        List<?> extras = (List<?>) phone.evaluate("""
                [...document.querySelectorAll('form')].map(form => form.getAttribute('action'))
                    .filter(action => action.startsWith('/r/receipt/'))""");
        assertThat(extras).isNotEmpty();
        for (Object extra : extras) {
            Page other = receiptPage(language, story.receipt(2));
            String form = "form[action='" + extra + "'] ";
            other.fill(form + "input[name=receipt]", story.receipt(2));
            other.click(form + "button[type=submit]");
            Axe.findsNothing(other, extra + " in " + language);
        }
    }

    private Page receiptPage(String language, String receipt) {
        Page phone = browser.phone(true);
        phone.navigate(system.evaluation("/r/receipt?lang=" + language).toString());
        phone.fill("input[name=receipt]", receipt);
        phone.click("form[action='/r/receipt'] button[type=submit]");
        phone.evaluate("document.querySelectorAll('details').forEach(more => { more.open = true })");
        return phone;
    }

    /** Pages that differ in what they are about, not in how they are made, are of one kind. */
    private static String kindOf(String path) {
        return path.replaceAll("[?#].*", "")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/*")
                .replaceAll("/(visits|halls|spots|staff)/[^/]+", "/$1/*");
    }

    /** Links within the service, but to its files and to where one leaves. */
    private List<String> linksOf(Page page) {
        String home = system.evaluation("").toString();
        return ((List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.href)"))
                .stream()
                        .map(Object::toString)
                        .filter(link -> link.startsWith(home + "/evaluation"))
                        .filter(link -> !link.matches(".*(sign-out|signed-in|photo|[.](png|svg|csv|xlsx|pdf)).*"))
                        .map(link -> pathOf(URI.create(link)))
                        .toList();
    }

    private static String pathOf(URI link) {
        String query = link.getRawQuery();
        String kept = query == null ? "" : query.replaceAll("(^|&)lang=[a-z]+", "");
        return link.getRawPath() + (kept.isEmpty() ? "" : "?" + kept);
    }
}
