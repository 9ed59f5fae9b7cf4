package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rating page for everybody: light on a slow line, one request, usable by keyboard, with large text and by screen
 * reader, and the same effort for every level.
 */
@Order(3)
@Story.Chapter
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class PageForEverybodyE2E {

    private static final String WINDOW = "GY-ZWDT-E03";
    private static final int VISITS = 19;
    private static final long MOST_BYTES = 30 * 1024;
    private static final Duration PATIENCE_OF_A_VISITOR = Duration.ofSeconds(2);

    private static Browser browser;
    private static Iterator<String> visits;

    private final Story story;

    PageForEverybodyE2E(Story story) {
        this.story = story;
    }

    @BeforeAll
    static void open(Story story) {
        browser = new Browser();
        visits = story.visitsToday(WINDOW, VISITS).iterator();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void isOneRequestOfAtMostThirtyKilobytesAndUsableOnASlowLine() {
        Page phone = browser.phone(true);
        CDPSession session = Browser.onASlowLine(phone);
        AtomicLong bytes = new AtomicLong();
        List<String> requests = new ArrayList<>();
        session.on("Network.loadingFinished", event -> bytes.addAndGet(length(event)));
        phone.onRequest(request -> requests.add(request.resourceType()));

        Instant asked = Instant.now();
        phone.navigate(visits.next());
        phone.click("label[for=m1-l3]");
        Duration usable = Duration.between(asked, Instant.now());

        System.out.printf(
                "Rating page: %d bytes, usable after %d ms at 400 kbit/s and 400 ms%n", bytes.get(), usable.toMillis());
        assertThat(requests).containsExactly("document");
        assertThat(bytes.get()).isBetween(1L, MOST_BYTES);
        assertThat(usable).isLessThanOrEqualTo(PATIENCE_OF_A_VISITOR);
    }

    @Test
    void everyLevelTakesTheSameTapsFieldsAndBytes() {
        List<Effort> efforts = Stream.of(5, 4, 3, 2, 1).map(this::effortOf).toList();

        assertThat(efforts).allSatisfy(effort -> assertThat(effort.withoutLevel())
                .isEqualTo(efforts.getFirst().withoutLevel()));
        assertThat(efforts.getFirst().taps()).isEqualTo(2);
    }

    /**
     * What a visitor needs to send a level.
     *
     * @param fields names of the fields sent
     * @param sent bytes of the request's body
     * @param answered bytes of the answer
     * @param words of the answer, without the receipt
     */
    private record Effort(int level, int taps, List<String> fields, int sent, int answered, String words) {

        Effort withoutLevel() {
            return new Effort(0, taps, fields, sent, answered, words);
        }
    }

    private Effort effortOf(int level) {
        Page phone = browser.phone(true);
        phone.navigate(visits.next());
        int taps = 0;
        phone.tap("label[for=m1-l" + level + "]");
        taps++;
        Response answer = phone.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> phone.tap("section form:has(input[name=level]) button[type=submit]"));
        taps++;
        phone.waitForSelector("#receipt");
        String receipt = phone.textContent("#receipt").strip();
        story.keepReceipt(100 + level, receipt);
        Request request = answer.request();
        String body = request.postData();
        List<String> fields = Stream.of(body.split("&"))
                .map(field -> URLDecoder.decode(field.substring(0, field.indexOf('=')), StandardCharsets.UTF_8))
                .distinct()
                .sorted()
                .toList();
        String words = phone.textContent("main").replace(receipt, "").replaceAll("\\s+", " ");
        return new Effort(level, taps, fields, body.length(), answer.body().length, words);
    }

    @Test
    void worksByKeyboardAlone() {
        Page desk = browser.phone(true);
        desk.navigate(visits.next());
        focus(desk, "input[name=level]");
        desk.keyboard().press("Space");
        desk.keyboard().press("ArrowDown");
        assertThat(desk.locator("input[name=level]:checked").getAttribute("value"))
                .isEqualTo("4");
        focus(desk, "textarea[name=note]");
        desk.keyboard().type("排队时间短");
        focus(desk, "section form:has(input[name=level]) button[type=submit]");
        assertThat(desk.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        desk.keyboard().press("Enter");
        desk.waitForSelector("#receipt");
        story.keepReceipt(120, desk.textContent("#receipt").strip());
    }

    /** Goes on by the tabulator until an element has the focus, as somebody without a mouse does. */
    private static void focus(Page page, String selector) {
        for (int press = 0; press < 120; press++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void textMayBeTwiceAsLarge(int percent) {
        Page phone = browser.phone(true);
        phone.navigate(visits.next());
        phone.evaluate("size => { document.documentElement.style.fontSize = size }", percent + "%");
        phone.tap("label[for=m1-l1]");

        assertThat(phone.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("nothing has to be scrolled sideways")
                .isEqualTo(0);
        assertThat((List<?>) phone.evaluate("""
                [...document.querySelectorAll('label,button,h1,h2,legend,p')]
                    .filter(e => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1)
                    .map(e => e.textContent.trim())""")).as("no words are cut off").isEmpty();
        assertThat((List<?>) phone.evaluate("""
                [...document.querySelectorAll('.pick+label,button')]
                    .filter(e => e.getClientRects().length)
                    .map(e => e.getBoundingClientRect())
                    .filter(r => r.height < 44 || r.width < 44)
                    .map(r => r.width + 'x' + r.height)"""))
                .as("everything can be hit with a thumb")
                .isEmpty();
        phone.tap("section form:has(input[name=level]) button[type=submit]");
        phone.waitForSelector("#receipt");
        story.keepReceipt(130 + percent, phone.textContent("#receipt").strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aScreenReaderFindsNothingAmiss(String language) {
        Page phone = browser.phone(true);
        String url = visits.next();
        phone.navigate(url + "?lang=" + language);
        Axe.findsNothing(phone, "the form");
        phone.click("section form:has(input[name=level]) button[type=submit]");
        phone.waitForSelector(".faults");
        Axe.findsNothing(phone, "the form with a fault");
        phone.tap("label[for=m1-l2]");
        Axe.findsNothing(phone, "the form with a level chosen");
        phone.click("section form:has(input[name=level]) button[type=submit]");
        phone.waitForSelector("#receipt");
        story.keepReceipt(140 + language.length(), phone.textContent("#receipt").strip());
        Axe.findsNothing(phone, "the answer");
        phone.click("form[action='/r/receipt'] button[type=submit]");
        Axe.findsNothing(phone, "the receipt page");
        Page other = browser.phone(true);
        other.navigate(url + "?lang=" + language);
        other.tap("label[for=m1-l5]");
        other.click("section form:has(input[name=level]) button[type=submit]");
        Axe.findsNothing(other, "the answer to another phone");
        for (String page : List.of("/r", "/r/receipt", "/r/checks", "/r/no-such-code")) {
            other.navigate(story.system().evaluation(page).toString());
            Axe.findsNothing(other, page);
        }
    }

    private static long length(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }
}
