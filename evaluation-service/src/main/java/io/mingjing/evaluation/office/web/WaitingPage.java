package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.intake.web.RaterAnswers;
import io.mingjing.evaluation.office.application.WaitingPublication;
import io.mingjing.evaluation.office.domain.WaitingReport;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.UnitTree;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What waits to be published, and how long already, week by week, for everybody (anonymity rule K10). */
@Path("/r/waiting")
@Produces(MediaType.TEXT_HTML)
public class WaitingPage {

    private static final int ROWS = 26;

    /**
     * A report in words.
     *
     * @param share what waits of a week as a share of it, in percent; null where one of them is hidden
     */
    record Row(WaitingReport report, String city, @Nullable String share) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance waiting(List<Row> rows, String hidden, int promised, @Nullable String next);
    }

    private static final String HIDDEN = "样本不足，并入更大范围公布";

    private final WaitingPublication reports;
    private final UnitTree units;
    private final RaterAnswers answers;

    WaitingPage(WaitingPublication reports, UnitTree units, RaterAnswers answers) {
        this.reports = reports;
        this.units = units;
        this.answers = answers;
    }

    @GET
    @OpenToAll
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response list(@RestQuery @Nullable String after) {
        ListPage<WaitingReport> page = reports.page(after, ROWS);
        return answers.page(
                200,
                Templates.waiting(
                        page.items().stream().map(this::row).toList(), HIDDEN, reports.promisedDays(), page.next()),
                null);
    }

    private Row row(WaitingReport report) {
        return new Row(report, units.nameOf(report.city()), share(report.remaining(), report.accepted()));
    }

    private static @Nullable String share(@Nullable Long remaining, @Nullable Long accepted) {
        if (remaining == null || accepted == null || accepted == 0) {
            return null;
        }
        return BigDecimal.valueOf(remaining * 100)
                        .divide(BigDecimal.valueOf(accepted), 2, RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
