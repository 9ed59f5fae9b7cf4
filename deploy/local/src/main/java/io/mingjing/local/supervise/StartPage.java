package io.mingjing.local.supervise;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.oidc.Person;
import io.mingjing.local.web.Html;
import io.mingjing.local.web.Language;
import io.mingjing.local.web.PageServer;
import io.mingjing.local.web.PageServer.Reply;
import io.mingjing.local.web.PageServer.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where a visitor of a local system begins: links, the people of the demo, and how the parts are. */
final class StartPage implements PageServer.Pages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);

    private final PortPlan ports;
    private final List<Person> people;
    private final Path officeKey;
    private final Supplier<Map<String, Boolean>> health;
    private final Supplier<Instant> now;

    /**
     * @param officeKey the private key file of the demo's city office
     * @param health whether each part answers, by name
     * @param now the business moment
     */
    StartPage(
            PortPlan ports,
            List<Person> people,
            Path officeKey,
            Supplier<Map<String, Boolean>> health,
            Supplier<Instant> now) {
        this.ports = ports;
        this.people = people;
        this.officeKey = officeKey;
        this.health = health;
        this.now = now;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        return switch (request.path()) {
            case "/" -> Optional.of(Reply.html(page(request.language())));
            case "/health" -> Optional.of(healthLines());
            default -> Optional.empty();
        };
    }

    private Reply healthLines() {
        Map<String, Boolean> parts = health.get();
        String lines = parts.entrySet().stream()
                .map(part -> part.getKey() + " " + (part.getValue() ? "UP" : "DOWN") + "\n")
                .collect(Collectors.joining());
        return new Reply(parts.containsValue(false) ? 503 : 200, "text/plain; charset=utf-8", lines);
    }

    private String page(Language language) {
        return Html.page(language.tag(), language.of("起始页", "Start page"), language.otherLink(), """
                <h1>%s</h1>
                <p>%s</p>
                <p>%s <strong>%s</strong></p>
                <h2>%s</h2>
                <div class="cards">%s</div>
                <h2>%s</h2>
                <p>%s</p>
                <table class="table stack"><thead><tr><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>
                %s
                </tbody></table>
                <p>%s <code>%s</code></p>
                <h2>%s</h2>
                <table class="table"><tbody>%s</tbody></table>""".formatted(
                        language.of("明镜", "Mingjing 明镜"),
                        language.of(
                                "营商环境“背靠背”评价与整改闭环：评价 → 发现 → 整改 → 督办 → 销号 → 回看。",
                                "Back-to-back rating of government service windows, and the rectification that follows."),
                        language.of("业务时钟：", "Business clock:"),
                        MOMENT.format(now.get()),
                        language.of("进入", "Go to"),
                        links(language),
                        language.of("演示人员", "Demo people"),
                        language.of(
                                "打开任一页面，在登录页点一下姓名即可，无需密码。三个服务一次登录。",
                                "Open any page and click a name on the sign-in page; no password. One sign-in serves all three services."),
                        language.of("姓名", "Name"),
                        language.of("职责", "Duty"),
                        language.of("岗位", "Posts"),
                        peopleRows(),
                        language.of(
                                "演示用市营商办密钥文件（打开评价人的联系方式）：",
                                "Key file of the demo's city office (opens the contacts of raters):"),
                        Html.escaped(officeKey.toString()),
                        language.of("运行状况", "Health"),
                        healthRows(language)));
    }

    private String links(Language language) {
        return link(ports.task(), "/task", language.of("任务整改", "Tasks"), "task-service")
                + link(ports.evaluation(), "/evaluation", language.of("评价", "Evaluation"), "evaluation-service")
                + link(ports.notification(), "/notification", language.of("通知", "Notices"), "notification-service")
                + link(ports.mails(), "/", language.of("收到的邮件", "Received mails"), "SMTP " + ports.smtp())
                + link(ports.task(), "/q/swagger-ui", language.of("任务接口", "Task API"), "OpenAPI /q/openapi")
                + link(ports.evaluation(), "/q/swagger-ui", language.of("评价接口", "Evaluation API"), "OpenAPI /q/openapi")
                + link(ports.notification(), "/q/swagger-ui", language.of("通知接口", "Notice API"), "OpenAPI /q/openapi");
    }

    private static String link(int port, String path, String title, String small) {
        return "<a class=\"card\" href=\"%s%s\">%s<small>%s</small></a>\n"
                .formatted(PortPlan.web(port), path, title, small);
    }

    private String peopleRows() {
        return people.stream()
                .map(person -> "<tr><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                                Html.escaped(person.name()),
                                Html.escaped(person.duty()),
                                Html.escaped(String.join(", ", person.posts()))))
                .collect(Collectors.joining("\n"));
    }

    private String healthRows(Language language) {
        return health.get().entrySet().stream()
                .map(part -> "<tr><td>%s</td><td><span class=\"badge %s\">%s</span></td></tr>"
                        .formatted(
                                part.getKey(),
                                part.getValue() ? "green" : "red",
                                part.getValue() ? language.of("正常", "up") : language.of("未响应", "down")))
                .collect(Collectors.joining("\n"));
    }
}
