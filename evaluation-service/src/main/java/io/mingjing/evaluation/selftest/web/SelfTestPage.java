package io.mingjing.evaluation.selftest.web;

import io.mingjing.evaluation.intake.web.RaterAnswers;
import io.mingjing.evaluation.leaf.application.ScaleWords;
import io.mingjing.evaluation.selftest.application.SelfTestReport;
import io.mingjing.evaluation.selftest.application.SelfTestReport.Line;
import io.mingjing.evaluation.selftest.application.SelfTestReport.Report;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.OpenToAll;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The published self-test (自检公示), in the look of the rater's pages. */
@Path("/r/checks")
public class SelfTestPage {

    /** One line in the reader's words. */
    public record Row(String channel, String level, long sent, long landed) {}

    @CheckedTemplate(basePath = "selftest", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance checks(Report report, List<Row> rows);
    }

    private final SelfTestReport report;
    private final ScaleWords words;
    private final RaterAnswers answers;

    SelfTestPage(SelfTestReport report, ScaleWords words, RaterAnswers answers) {
        this.report = report;
        this.words = words;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response checks() {
        Report now = report.report();
        return answers.page(
                200, Templates.checks(now, now.lines().stream().map(this::row).toList()), null);
    }

    private Row row(Line line) {
        return new Row(channel(line.channel()), words.level(line.level()), line.sent(), line.landed());
    }

    private static String channel(String name) {
        Language language = Language.current();
        return switch (name) {
            case "PC" -> language.pick("电脑网页", "PC");
            case "MOBILE" -> language.pick("手机网页", "mobile web");
            case "QR" -> language.pick("办件二维码", "visit QR code");
            case "COUNTER_TABLET" -> language.pick("窗口平板", "counter tablet");
            case "TERMINAL" -> language.pick("自助终端", "terminal");
            case "SMS" -> language.pick("短信链接", "text message");
            case SelfTestReport.PLACE -> language.pick("张贴的评价码", "posted code");
            default -> name;
        };
    }
}
