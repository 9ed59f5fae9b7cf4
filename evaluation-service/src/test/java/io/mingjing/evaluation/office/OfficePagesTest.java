package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.leaf.Altered;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desks as pages: a person gets through each of them with forms alone. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class OfficePagesTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 3, 20);
    private static final LocalDate TWENTIETH = LocalDate.of(2026, 4, 16);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 4);

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;

    OfficePagesTest(MixingWorld world, OfficeWorld office, SuperUser database) {
        this.world = world;
        this.office = office;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void notesAreReadParaphrasedAndPassedOn() {
        UUID leaf = office.leafWithNotes();
        String path = "/evaluation/office/notes/" + leaf;
        assertThat(get("/evaluation/office")).contains("id=\"to-paraphrase\">1<");
        assertThat(get("/evaluation/office/notes"))
                .contains("叶-GY-KJJ-CGK-2026-0001")
                .contains(path);

        String notes = get(path);
        assertThat(notes).contains("我的小面馆", "叫号屏坏了", "原样转出（评价人同意）", "窗口人员业务不熟练").doesNotContain("吃拿卡要");
        String repeat = value(notes, "name=\"repeat\" value=\"([^\"]+)-words\"");
        Response refused = OfficeWorld.browser("甲", OfficeWorld.OFFICE)
                .formParam("repeat", repeat + "-words")
                .formParam("text", "小面馆来回跑了三趟才补齐")
                .post(path + "/paraphrases");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("请换个说法", "小面馆来回跑了三趟才补齐</textarea>");

        String note = value(notes, "name=\"note\" value=\"([^\"]+)\"");
        form("甲", path + "/paraphrases", "repeat", repeat + note, "note", note);
        form("甲", path + "/paraphrases", "repeat", repeat + "-c", "categories", "213", "secondLook", "true");
        assertThat(get(path)).contains("已原样转出", "待公布", "待复核").doesNotContain("复核通过");
        String colleague =
                OfficeWorld.browser("乙", OfficeWorld.OFFICE).get(path).asString();
        form("乙", value(colleague, "action=\"([^\"]+/approval)\""));
        world.slot(NEXT);

        assertThat(get(path)).contains("已公布", "2026年3月20日 18:00");
        assertThat(get("/evaluation/office/notes")).doesNotContain("叶-GY-KJJ-CGK-2026-0001");
        assertThat(OfficeWorld.browser("某某", "section@" + OfficeWorld.CGK)
                        .get("/evaluation/leaves/paraphrases")
                        .asString())
                .contains("叫号屏坏了好几天没人修", "窗口人员业务不熟练")
                .doesNotContain("面馆");
    }

    @Test
    void anOrderIsWorked() {
        String window = world.windowDrawn(false, DAY, OfficeWorld.CGK);
        world.serve(window, OfficeWorld.CGK, DAY, 1, 3, true);
        world.rateWithNote(window, OfficeWorld.CGK, DAY, 1, 1, "<b>一直没有回音</b>");
        world.slot(TWENTIETH);

        String list = get("/evaluation/office/orders");
        assertThat(list).contains("自办-2026-0001", "待办");
        String path = value(list, "href=\"(/evaluation/office/orders/[^\"]+)\"");
        assertThat(get(path)).contains("非常不满意", "&lt;b&gt;一直没有回音");
        form("甲", path + "/result", "result", "已联系窗口补办");
        assertThat(get(path)).contains("已办结", "已联系窗口补办").doesNotContain("<textarea");
        assertThat(get("/evaluation/office")).contains("id=\"open-orders\">0<");
    }

    @Test
    void aCorrectionTakesTwoPeople() {
        office.leaf(OfficeWorld.CGK, 6);
        world.slot(DAY);
        String path = "/evaluation/office/corrections";
        String page = get(path);
        String repeat = value(page, "name=\"repeat\" value=\"([^\"]+)\"");
        Response wrong = OfficeWorld.browser("甲", OfficeWorld.OFFICE)
                .formParam("repeat", repeat)
                .formParam("leaf", "叶-没有")
                .formParam("level", "1")
                .formParam("ratings", "5")
                .formParam("ground", "FRAUD")
                .formParam("why", "经核实为虚假")
                .post(path);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.asString()).contains("没有这个叶号");

        form(
                "甲",
                path,
                "repeat",
                repeat,
                "leaf",
                "叶-GY-KJJ-CGK-2026-0001",
                "level",
                "1",
                "ratings",
                "5",
                "ground",
                "FRAUD",
                "why",
                "经核实为虚假");
        assertThat(get(path)).contains("待另一人确认", "您提出的更正须由另一人确认").doesNotContain("/confirmation");
        assertThat(OfficeWorld.browser("督", "oversight@GY").get(path).asString())
                .contains("经核实为虚假")
                .doesNotContain("/confirmation", "提出更正");
        String colleague =
                OfficeWorld.browser("乙", OfficeWorld.OFFICE).get(path).asString();
        form("乙", value(colleague, "action=\"([^\"]+/confirmation)\""));
        world.slot(MAY);

        assertThat(OfficeWorld.browser("某某", "section@" + OfficeWorld.CGK)
                        .get("/evaluation/leaves/corrections")
                        .asString())
                .contains("叶-GY-KJJ-CGK-2026-0001", "非常不满意 5", "虚假或假冒他人 5")
                .doesNotContain("经核实为虚假");
    }

    @Test
    void disciplineWorksAMatterOversightReadsItAndTheOfficeCountsChips() {
        String window = world.windowDrawn(true, DAY, OfficeWorld.CGK);
        world.sixOfTwelve(window, OfficeWorld.CGK, DAY);
        world.rate(window, Altered.withReasons(world.rating(window, OfficeWorld.CGK, DAY, 7, "M-1", 1), "J001"));
        world.rate(window, Altered.coerced(world.rating(window, OfficeWorld.CGK, DAY, 8, "M-1", 5)));
        world.rate(window, Altered.flagged(world.rating(window, OfficeWorld.CGK, DAY, 9, "M-1", 5), "fast"));

        String pending = OfficeWorld.browser("纪", "discipline@GY")
                .get("/evaluation/integrity?of=pending")
                .asString();
        assertThat(pending).contains("成果科", "吃拿卡要", "<select");
        formAs(
                "纪",
                "discipline@GY",
                value(pending, "action=\"([^\"]+/steps)\""),
                "repeat",
                value(pending, "name=\"repeat\" value=\"([^\"]+)\""),
                "state",
                "TAKEN",
                "text",
                "已受理并约谈");
        world.slot(DAY);

        assertThat(OfficeWorld.browser("督", "oversight@GY")
                        .get("/evaluation/integrity")
                        .asString())
                .contains("已受理并约谈")
                .doesNotContain("<select");
        assertThat(get("/evaluation/office/coercions")).contains("成果科").contains("被要求打满意");
        assertThat(get("/evaluation/radar")).contains("叶-GY-KJJ-CGK-2026-0001", "打开后过快提交 1");
        assertThat(get("/evaluation/radar/pending")).contains("没有异常");
    }

    @Test
    void pagesSpeakEnglishOnRequest() {
        office.leafWithNotes();
        for (String path : new String[] {
            "/evaluation/office",
            "/evaluation/office/notes",
            "/evaluation/office/notes/" + database.column("select id from leaf").getFirst(),
            "/evaluation/office/orders",
            "/evaluation/office/corrections",
            "/evaluation/office/coercions",
            "/evaluation/radar",
            "/evaluation/radar/pending",
            "/evaluation/leaves/paraphrases",
            "/evaluation/leaves/corrections"
        }) {
            assertThat(OfficeWorld.browser("甲", OfficeWorld.OFFICE)
                            .get(path + "?lang=en")
                            .asString())
                    .as(path)
                    .contains("lang=\"en\"", "<h1>");
        }
    }

    private static String get(String path) {
        Response page = OfficeWorld.browser("甲", OfficeWorld.OFFICE).get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.asString();
    }

    private static void form(String person, String path, String... fields) {
        formAs(person, OfficeWorld.OFFICE, path, fields);
    }

    private static void formAs(String person, String post, String path, String... fields) {
        var request = OfficeWorld.browser(person, post);
        for (int at = 0; at < fields.length; at += 2) {
            request.formParam(fields[at], fields[at + 1]);
        }
        assertThat(request.post(path).statusCode()).as(path).isEqualTo(303);
    }

    private static String value(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
