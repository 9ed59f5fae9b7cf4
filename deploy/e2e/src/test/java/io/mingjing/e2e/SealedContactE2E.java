package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.mingjing.e2e.Rater.Rating;
import io.mingjing.local.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * A contact on its whole way, with two real browsers: the rater leaves it on the receipt page, it goes to the city office
 * next morning, and the office opens it inside its own browser, with a key file that the service has never read.
 */
@Order(5)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class SealedContactE2E {

    private static final String PHONE = "13912340042";
    private static final String ADDRESS = "欧阳老板";
    private static final String WORDS = "愿意再来，等增设引导岗";

    private static RunningSystem system;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = new Browser();
        system = RunningSystem.fresh().startAt("2026-03-19T10:00:00+08:00");
    }

    @AfterAll
    static void stop() {
        browser.close();
        system.close();
    }

    @Test
    @Order(1)
    void theRaterLeavesAContactOnTheReceiptPageAndNeedNotTypeTheReceiptTwice() {
        Feed feed = new Feed(system);
        feed.window(Story.WINDOW, Story.OWNER);
        String url = feed.finished(Story.WINDOW, Story.DAY, 1).getFirst();
        String receipt = Rater.of(system, url).send(Rating.poor(Feed.MATTER)).receipt();
        Page phone = browser.phone(true);
        phone.navigate(system.evaluation("/r/receipt").toString());
        phone.fill("#receipt", receipt);
        phone.click("button[type=submit]");
        assertThat(phone.textContent("main")).contains("已计入，尚未到公布时点");
        assertThat(phone.url()).doesNotContain(receipt);
        assertThat(phone.textContent("#keep").replace("-", "")).isEqualTo(receipt);

        phone.click("a.lang");
        assertThat(phone.textContent("h1")).isEqualTo("Counted; not yet time to publish");
        phone.click("a.lang");
        assertThat(phone.textContent("h1")).isEqualTo("已计入，尚未到公布时点");

        phone.click("summary:has-text('留下联系方式')");
        assertThat(phone.inputValue("#contact-receipt"))
                .as("handed on by the page")
                .isEqualTo(receipt);
        assertThat(phone.isChecked("#consent"))
                .as("consent is never given beforehand")
                .isFalse();
        phone.fill("#phone", PHONE);
        phone.fill("#address", ADDRESS);
        phone.click("label[for=consent]");
        phone.click("button[value=leave]");

        assertThat(phone.textContent("h1")).isEqualTo("联系方式已封存");
        assertThat(phone.content()).doesNotContain(PHONE, ADDRESS);
        assertThat(phone.inputValue("#receipt")).isEqualTo(receipt);
        phone.click("button[type=submit]");
        assertThat(phone.textContent("main")).contains("已计入，尚未到公布时点");
        phone.reload();
        assertThat(phone.evaluate("sessionStorage.length"))
                .as("nothing stays in the browser")
                .isEqualTo(0);
    }

    @Test
    @Order(2)
    void theOfficeOpensItInItsBrowserAndNothingOfItGoesBack() {
        system.restartAt("2026-03-20T09:00:05+08:00");
        await("the canaries of two mornings and the contact")
                .atMost(Duration.ofSeconds(60))
                .until(() -> system.as("demo-city-office")
                                .get(system.evaluation("/api/v1/contacts"))
                                .jsonPath()
                                .getList("items")
                                .size()
                        == 3);
        List<String> sent = new ArrayList<>();
        Page desk = browser.desk(system.evaluation("/evaluation/contacts"), "demo-city-office");
        List<String> complaints = new ArrayList<>();
        desk.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        desk.onRequest(request -> sent.add(request.url() + " " + request.postData()));
        assertThat(desk.textContent("main")).contains("尚未确认过").doesNotContain(PHONE);

        desk.setInputFiles("#key", privateKey());
        PlaywrightAssertions.assertThat(desk.locator("#opening")).containsText(desk.textContent("#fingerprint"));
        desk.click("#open");

        PlaywrightAssertions.assertThat(desk.locator("#contacts")).containsText(PHONE);
        PlaywrightAssertions.assertThat(desk.locator("#contacts")).containsText("系统自检信，已送回确认");
        assertThat(desk.textContent("#contacts")).contains(ADDRESS, "非常不满意", "2026-03-19");
        assertThat(complaints).isEmpty();
        assertThat(sent)
                .isNotEmpty()
                .noneMatch(request -> request.contains(PHONE)
                        || request.contains("PRIVATE KEY")
                        || request.contains(keyText().substring(40, 60)));

        desk.click("[data-contact]:has-text('" + PHONE + "') summary");
        desk.check("[data-contact]:has-text('" + PHONE + "') input[value=REACHED]");
        desk.check("[data-contact]:has-text('" + PHONE + "') input[value=yes]");
        desk.fill("[data-contact]:has-text('" + PHONE + "') textarea", WORDS);
        desk.click("[data-contact]:has-text('" + PHONE + "') details button");
        PlaywrightAssertions.assertThat(desk.locator("[data-contact]:has-text('" + PHONE + "') .state"))
                .hasText("已记录");

        desk.reload();
        assertThat(desk.textContent("#canary")).contains("2026年3月20日");
        assertThat(desk.content()).doesNotContain(PHONE);
        desk.setInputFiles("#key", privateKey());
        desk.click("#open");
        PlaywrightAssertions.assertThat(desk.locator("#contacts")).containsText(WORDS);
    }

    @Test
    @Order(3)
    void anotherKeyFileOpensNothing() throws Exception {
        Path other = Files.createTempFile("other", ".pem");
        try {
            Files.writeString(
                    other,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + java.util.Base64.getEncoder()
                                    .encodeToString(java.security.KeyPairGenerator.getInstance("X25519")
                                            .generateKeyPair()
                                            .getPrivate()
                                            .getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
            Page desk = browser.desk(system.evaluation("/evaluation/contacts"), "demo-city-office");
            desk.setInputFiles("#key", other);
            desk.click("#open");

            PlaywrightAssertions.assertThat(desk.locator("#contacts")).containsText("这份密钥打不开");
            assertThat(desk.textContent("#contacts")).doesNotContain(PHONE);
        } finally {
            Files.delete(other);
        }
    }

    @Test
    @Order(4)
    void noLogOfTheSystemSaysAnythingOfIt() throws IOException {
        for (Path log : system.logs()) {
            assertThat(Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .as(log.toString())
                    .doesNotContain(PHONE);
        }
    }

    private static Path privateKey() {
        return new Secrets(system.data().resolve("secrets")).officeKeys().privateKey();
    }

    private static String keyText() {
        try {
            return Files.readString(privateKey());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
