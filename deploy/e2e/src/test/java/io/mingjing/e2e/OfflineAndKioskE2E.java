package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.restassured.http.ContentType;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What only a browser shows: an answer that waits for the connection, and a kiosk that forgets whoever was there. */
@Order(3)
@Story.Chapter
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class OfflineAndKioskE2E {

    private static final String WINDOW = "GY-ZWDT-E07";
    private static final String SEND = "form:has(input[name=level]) button[type=submit]";
    private static final String KEPT = "localStorage.getItem('mj_unsent')";

    private static Browser browser;
    private static Iterator<String> visits;

    private final Story story;

    OfflineAndKioskE2E(Story story) {
        this.story = story;
    }

    @BeforeAll
    static void open(Story story) {
        browser = new Browser();
        visits = story.visitsToday(WINDOW, 6).iterator();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void anAnswerWithoutConnectionIsKeptAndSentOnceWhenItIsBack() {
        Page phone = browser.phone(true);
        String url = visits.next();
        phone.navigate(url);
        phone.context().setOffline(true);
        phone.tap("label[for=m1-l2]");
        phone.tap(SEND);
        phone.waitForSelector("#queue", visible());
        assertThat(phone.textContent("#queue")).contains("待提交", "未加密");
        assertThat((String) phone.evaluate(KEPT)).contains("level=2");

        phone.context().setOffline(false);
        phone.waitForSelector("#receipt");

        String receipt = receiptOf(phone);
        assertThat(phone.textContent("main")).contains("已提交");
        assertThat(phone.evaluate(KEPT)).isNull();
        assertThat(phone.url()).as("no code in the address any more").endsWith("/r");
        phone.navigate(url);
        assertThat(phone.textContent(".receipt").strip()).isEqualTo(receipt);
    }

    @Test
    void anAnswerThatWasLeftBehindIsSentWhenThePageIsOpenedAgain() {
        Page phone = browser.phone(true);
        String url = visits.next();
        phone.navigate(url);
        phone.context().setOffline(true);
        phone.tap("label[for=m1-l4]");
        phone.tap(SEND);
        phone.waitForSelector("#queue", visible());
        BrowserContext browserOfTheRater = phone.context();
        phone.close();

        browserOfTheRater.setOffline(false);
        Page later = browserOfTheRater.newPage();
        later.navigate(url);

        later.waitForSelector("#receipt");
        receiptOf(later);
        assertThat(later.evaluate(KEPT)).isNull();
    }

    @Test
    void aKioskForgetsWhoeverWasThere() {
        Page kiosk = browser.phone(true);
        kiosk.clock().install();
        kiosk.navigate(placeCode());
        kiosk.tap("label[for=m1-l1]");
        kiosk.fill("#m1-note", "下一个人不该看到");
        kiosk.clock().runFor(5_000);
        assertThat(kiosk.textContent(".count")).contains("15");
        kiosk.clock().runFor(16_000);
        kiosk.waitForFunction("document.getElementById('m1-note').value === ''");
        assertThat(kiosk.locator("input:checked").count()).isZero();

        kiosk.tap("label[for=m1-l1]");
        kiosk.tap(SEND);
        kiosk.waitForSelector("#receipt");
        String receipt = receiptOf(kiosk);
        kiosk.clock().runFor(21_000);
        kiosk.waitForSelector("input[name=level]", attached());
        assertThat(kiosk.content()).doesNotContain(receipt, "不该看到\"");
        assertThat(kiosk.context().cookies()).isEmpty();
        assertThat(kiosk.evaluate("Object.keys(localStorage).length + history.length"))
                .as("nothing is stored, and there is no way back")
                .isEqualTo(kiosk.evaluate("history.length"));
    }

    @Test
    void aKioskSpeaksEnglishToOnePerson() {
        Page kiosk = browser.phone(true);
        kiosk.clock().install();
        kiosk.navigate(placeCode());
        kiosk.tap(".speak button");
        kiosk.waitForSelector("html[lang=en]");
        assertThat(kiosk.textContent("h1")).isEqualTo("Please rate the service here");
        assertThat(kiosk.locator(".speak button").boundingBox().height).isGreaterThanOrEqualTo(60);
        assertThat(kiosk.textContent(".speak button")).isEqualTo("中文");
        kiosk.tap("label[for=m1-l4]");
        kiosk.tap(SEND);
        kiosk.waitForSelector("#receipt");
        assertThat(kiosk.textContent("h1")).isEqualTo("Your rating was received. Thank you");
        kiosk.clock().runFor(21_000);
        kiosk.waitForSelector("html[lang=zh-CN] input[name=level]", attached());
        // Switched and left alone, it is Chinese again as soon: nobody has to touch it first.
        kiosk.tap(".speak button");
        kiosk.waitForSelector("html[lang=en]");
        kiosk.clock().runFor(21_000);
        kiosk.waitForSelector("html[lang=zh-CN] input[name=level]", attached());
        assertThat(kiosk.context().cookies()).isEmpty();
    }

    @Test
    void aKioskWithoutConnectionShowsNobodyWhatTheLastOneChose() {
        Page kiosk = browser.phone(true);
        kiosk.navigate(placeCode());
        kiosk.context().setOffline(true);
        kiosk.tap("label[for=m1-l1]");
        kiosk.fill("#m1-note", "等了一上午");
        kiosk.tap(SEND);
        kiosk.waitForSelector("#queue", visible());

        assertThat(kiosk.locator("input:checked").count()).isZero();
        assertThat(kiosk.inputValue("#m1-note")).isEmpty();
        kiosk.context().setOffline(false);
        kiosk.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> kiosk.evaluate("dispatchEvent(new Event('online'))"));
        kiosk.evaluate("fetch('/r', {cache: 'no-store'}).then(answer => answer.text())");
        assertThat(kiosk.locator("#receipt").count())
                .as("whoever stands there now reads no stranger's receipt")
                .isZero();
    }

    @Test
    void anAnswerThatIsNotOursLosesNothing() {
        Page phone = browser.phone(true);
        phone.navigate(visits.next());
        phone.route(
                "**/r",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setContentType("text/html")
                        .setBody("<h1>请登录 Wi-Fi</h1>")));
        phone.tap("label[for=m1-l5]");
        phone.tap(SEND);
        phone.waitForSelector("#queue", visible());
        assertThat((String) phone.evaluate(KEPT)).contains("level=5");

        phone.unroute("**/r");
        phone.evaluate("dispatchEvent(new Event('online'))");
        phone.waitForSelector("#receipt");
        receiptOf(phone);
        assertThat(phone.evaluate(KEPT)).isNull();
    }

    @Test
    void aScannerTypesAVisitsCodeIntoTheKiosk() {
        Page kiosk = browser.phone(true);
        kiosk.navigate(placeCode());
        kiosk.evaluate("document.activeElement.blur()");
        kiosk.keyboard().type(visits.next());
        kiosk.keyboard().press("Enter");

        kiosk.waitForSelector("input[name=matter]", attached());
        kiosk.tap("label[for=m1-l3]");
        kiosk.tap(SEND);
        kiosk.waitForSelector("#receipt");
        receiptOf(kiosk);
        kiosk.click("text=完成");
        kiosk.waitForSelector("input[name=ticket]", attached());
    }

    private static Page.WaitForSelectorOptions visible() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.VISIBLE);
    }

    private static Page.WaitForSelectorOptions attached() {
        return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private String receiptOf(Page page) {
        String receipt = page.textContent("#receipt").strip();
        story.keepReceipt(200 + receipt.hashCode() % 100, receipt);
        return receipt;
    }

    /** Where a kiosk that was just set up begins. */
    private String placeCode() {
        String url = story.system()
                .asNeighbour()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "kiosk-" + System.nanoTime())
                .body(Map.of("kind", "KIOSK", "place", WINDOW))
                .post(story.system().evaluation("/api/v1/posted-codes"))
                .then()
                .statusCode(201)
                .extract()
                .path("url");
        story.keepSecret(url.substring(url.lastIndexOf('/') + 1));
        return url;
    }
}
