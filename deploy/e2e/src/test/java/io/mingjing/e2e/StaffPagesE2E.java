package io.mingjing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A day at the office in a browser: one sign-in for all three services, and only the buttons a person may press. */
@Order(2)
@Story.Chapter
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StaffPagesE2E {

    private static Browser browser;

    private final RunningSystem system;

    StaffPagesE2E(Story story) {
        this.system = story.system();
    }

    @BeforeAll
    static void openTheBrowser() {
        browser = new Browser();
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.close();
    }

    @Test
    void oneSignInServesAllThreeServices() {
        Page desk = browser.desk(system.task("/task"), "demo-coordinator");
        assertThat(desk.textContent("header")).contains("许文（演示）");

        desk.navigate(system.evaluation("/evaluation").toString());
        assertThat(desk.textContent("header")).contains("许文（演示）");
        desk.navigate(system.notification("/notification/inbox").toString());
        assertThat(desk.textContent("main")).contains("【逾期汇总】");
    }

    @Test
    void aSectionAcceptsAPlansTaskAndEntersProgress() {
        Page desk = browser.desk(system.task("/task/tasks"), "demo-ksk");
        desk.click("a:has-text('加强宣传推广')");
        assertThat(desk.locator("#closure").count()).as("closing is for others").isZero();

        open(desk, "acceptance");
        desk.click("#acceptance button");
        assertThat(desk.textContent("main")).contains("已签收");
        open(desk, "progress");
        desk.fill("#progress textarea[name=note]", "已制定宣传计划（演示）");
        desk.click("#progress button");

        assertThat(desk.textContent("main")).contains("办理中", "已制定宣传计划（演示）");
    }

    @Test
    void aClerkMakesAVisitAndShowsItsCode() {
        Page desk = browser.desk(system.evaluation("/evaluation/visits"), "demo-clerk");
        desk.check("input[name=window][value=GY-ZWDT-W01]");
        desk.check("input[name=matters][value=GY-KJ-001]");
        desk.click("main button[type=submit]");

        assertThat(desk.textContent("h1")).isEqualTo("请办事人扫码评价");
        assertThat(desk.locator(".code svg").boundingBox().width).isGreaterThan(100);
    }

    @Test
    void theCityOfficesListIsForTheCityOfficeOnly() {
        Page office = browser.desk(system.evaluation("/evaluation/pending"), "demo-city-office");
        assertThat(office.textContent("h1")).isEqualTo("待处理差评");

        Page section = browser.desk(system.evaluation("/evaluation/pending"), "demo-cgk");
        assertThat(section.textContent("main")).contains("无权");
        assertThat(section.content()).doesNotContain("待处理差评");
    }

    @Test
    void pagesSpeakEnglishOnRequest() {
        Page desk = browser.desk(system.task("/task/tasks"), "demo-principal");
        desk.click("header a:has-text('English')");

        assertThat(desk.textContent("h1")).isEqualTo("Rectification tasks");
        assertThat(desk.textContent("main")).contains("强化组织领导");
    }

    /** Unfolds the form of an act, unless the page has done so. */
    private static void open(Page desk, String act) {
        if (desk.locator("#" + act + "[open]").count() == 0) {
            desk.click("#" + act + " summary");
        }
    }
}
