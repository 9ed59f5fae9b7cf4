package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.mingjing.e2e.Rater.Rating;
import io.mingjing.e2e.Rater.Sent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visitor with a phone: scan, one star, a reason, a comment, a receipt code; and the same without JavaScript. */
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Story.Chapter
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ScanAndRateE2E {

    private static Browser browser;

    private final Story story;

    ScanAndRateE2E(Story story) {
        this.story = story;
    }

    @BeforeAll
    static void openTheBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
    }

    @Order(1)
    @ParameterizedTest(name = "JavaScript {1}")
    @CsvSource({"0, true", "1, false"})
    void oneStarAReasonAndACommentGiveAReceipt(int visitor, boolean javaScript) {
        story.moveTo(Story.MORNING);
        Page phone = browser.phone(javaScript);
        phone.navigate(story.visits().get(visitor));

        assertThat(phone.locator("input[name=level]:checked").count())
                .as("nothing is chosen for the visitor")
                .isZero();
        fillAndSend(phone, Story.COMMENT);

        String receipt = phone.textContent("#receipt").strip();
        story.keepReceipt(visitor, receipt);
        assertThat(receipt).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(phone.url()).as("the receipt is in no address").doesNotContain(receipt);
        assertThat(phone.textContent("main")).doesNotContain("非常不满意", "不满意");

        phone.click("button[type=submit]");
        assertThat(phone.textContent("main")).contains("已计入");
    }

    @Order(2)
    @ParameterizedTest(name = "JavaScript {1}")
    @CsvSource({"0, true", "1, false"})
    void anotherPhoneHearsThatTheVisitIsRated(int visitor, boolean javaScript) {
        story.receipt(visitor);
        Page other = browser.phone(javaScript);
        other.navigate(story.visits().get(visitor));

        assertThat(other.textContent("main"))
                .as("a foreign browser learns nothing by looking")
                .doesNotContain("已评价");
        fillAndSend(other, "");

        PlaywrightAssertions.assertThat(other.locator("h1")).hasText("本次已评价");
    }

    @Order(3)
    @ParameterizedTest(name = "level {0}")
    @CsvSource({"5, 2", "4, 3"})
    void sendingTheSameAgainGivesTheFirstReceipt(int level, int visitor) {
        Rater phone = Rater.of(story.system(), story.visits().get(visitor));
        Rating rating = new Rating(Feed.MATTER, level, List.of(), "");

        Sent first = phone.send(rating);
        Sent again = phone.send(rating);

        assertThat(first.isAccepted()).isTrue();
        assertThat(again.receipt()).isEqualTo(first.receipt());
        story.keepReceipt(visitor, first.receipt());
    }

    private static void fillAndSend(Page phone, String comment) {
        phone.click("label[for=m1-l1]");
        phone.click("label[for=m1-r1115]");
        phone.fill("#m1-note", comment);
        phone.click("section button[type=submit]");
    }
}
