package io.mingjing.notification.notice.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingjing.local.RealParts;
import io.mingjing.notification.Bureau;
import io.mingjing.notification.OnRealParts;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboxPagesTest extends OnRealParts {

    @TestHTTPResource("/notification/inbox")
    URI inbox;

    @Test
    void aPersonSeesOwnNoticesReadsOneAndIsOfferedToAcknowledgeIt() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitNotices(bureau, "section_head", 1);
        Map<String, String> session = signIn(bureau, "section_head", bureau.section());

        String list = page(session, inbox);
        assertThat(list).contains("【逾期催办】任务" + bureau.code(), "待确认", "未读", "逾期催办");
        String id = column("select id from notice where recipient = ?", bureau.subject("section_head"))
                .getFirst();
        String notice = page(session, URI.create(inbox + "/" + id));

        assertThat(notice)
                .contains(
                        "为何通知您：您是牵头科室负责人",
                        "action=\"http://127.0.0.1:8081/task/tasks/" + bureau.task() + "/acknowledgements\"",
                        "name=\"step\" value=\"1\"",
                        "确认知悉");
        page(session, URI.create(inbox + "/" + id));
        assertThat(ledger(bureau.subject("section_head"), "INBOX")).containsExactly("CREATED", "DELIVERED", "READ");
        assertThat(page(session, inbox)).contains("没有未读通知");
    }

    @Test
    void whatIsOverSaysSoAndAsksForNothing() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitNotices(bureau, "section_head", 1);
        wire.send(bureau.closed());
        awaitCount(
                1,
                "select count(*) from notice where recipient = ? and ended_at is not null",
                bureau.subject("section_head"));

        Map<String, String> session = signIn(bureau, "section_head", bureau.section());

        assertThat(page(session, inbox)).contains("已办结").doesNotContain("待确认");
        String id = column("select id from notice where recipient = ?", bureau.subject("section_head"))
                .getFirst();
        assertThat(page(session, URI.create(inbox + "/" + id))).contains("已办结").doesNotContain("<button>");
    }

    @Test
    void anAcknowledgedStepIsShownAsSuchAndOnlyTheHighestStepCanBe() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        wire.send(bureau.toTheLeader());
        wire.send(bureau.changed("ACKNOWLEDGED", 1));
        awaitNotices(bureau, "leader_in_charge", 1);
        awaitNotices(bureau, "section_head", 1);

        assertThat(page(signIn(bureau, "section_head", bureau.section()), inbox))
                .contains("已升级")
                .doesNotContain("已确认知悉");
        Map<String, String> leader = signIn(bureau, "leader_in_charge", bureau.code());
        await().untilAsserted(() -> assertThat(page(leader, inbox)).contains("已确认知悉"));
    }

    @Test
    void anothersNoticeIsNotThere() {
        Bureau bureau = Bureau.founded(wire);
        wire.send(bureau.overdue());
        awaitNotices(bureau, "section_head", 1);
        String id = column("select id from notice where recipient = ?", bureau.subject("section_head"))
                .getFirst();
        Map<String, String> stranger = signIn(bureau, "coordinator", bureau.code());

        given().cookies(stranger)
                .header("Accept", "text/html")
                .get(URI.create(inbox + "/" + id))
                .then()
                .statusCode(404);
        assertThat(ledger(bureau.subject("section_head"), "INBOX")).doesNotContain("READ");
    }

    @Test
    void aLongInboxIsPagedWithoutGapOrRepetition() {
        Bureau bureau = Bureau.founded(wire);
        for (int i = 0; i < 45; i++) {
            wire.send(new Bureau(wire, bureau.code(), java.util.UUID.randomUUID(), java.util.UUID.randomUUID())
                    .overdue());
        }
        awaitNotices(bureau, "section_head", 45);
        Map<String, String> session = signIn(bureau, "section_head", bureau.section());

        java.util.Set<String> seen = new java.util.HashSet<>();
        String next = inbox.getPath();
        int pages = 0;
        while (next != null) {
            String body = page(session, inbox.resolve(next));
            java.util.regex.Matcher link = java.util.regex.Pattern.compile("/notification/inbox/([0-9a-f-]{36})")
                    .matcher(body);
            while (link.find()) {
                assertThat(seen.add(link.group(1))).isTrue();
            }
            java.util.regex.Matcher more = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                    .matcher(body);
            next = more.find() ? more.group(1).replace("&amp;", "&") : null;
            pages++;
        }
        assertThat(seen).hasSize(45);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void withoutSignInNothingIsShown() {
        given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .get(inbox)
                .then()
                .statusCode(302);
    }

    private void awaitNotices(Bureau bureau, String role, int count) {
        awaitCount(count, "select count(*) from notice where recipient = ?", bureau.subject(role));
    }

    private Map<String, String> signIn(Bureau bureau, String role, String unit) {
        return RealParts.oidc().signIn(inbox, bureau.subject(role), "演示", role + "@" + unit);
    }

    private static String page(Map<String, String> session, URI address) {
        return given().cookies(session)
                .header("Accept", "text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
