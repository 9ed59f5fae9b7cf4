package io.mingjing.evaluation.office.api;

import io.mingjing.evaluation.PageQuery;
import io.mingjing.evaluation.office.application.WaitingPublication;
import io.mingjing.evaluation.office.domain.WaitingReport;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.OpenToAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What waits to be published and how long already, week by week, for everybody. */
@Path("/api/v1/waiting-reports")
public class WaitingReportResource {

    private static final String HIDDEN = "样本不足，并入更大范围公布";

    /**
     * @param closedWeek the last ISO week of whose visits nobody can rate any more
     * @param accepted ratings of that week
     * @param remaining those of them that no leaf has taken
     * @param pending all ratings that no leaf has taken
     * @param medianAge working days since the visit that half of them do not exceed
     * @param ninetiethAge working days that nine in ten do not exceed
     * @param oldestAge working days of the oldest
     * @param late those that wait longer than promised
     * @param hidden said where a count is too small to be told; null where none is
     */
    public record ReportView(
            String city,
            String week,
            LocalDate slot,
            @Nullable String closedWeek,
            @Nullable Long accepted,
            @Nullable Long remaining,
            @Nullable Long pending,
            @Nullable Integer medianAge,
            @Nullable Integer ninetiethAge,
            @Nullable Integer oldestAge,
            @Nullable Long late,
            @Nullable String hidden) {

        static ReportView of(WaitingReport report) {
            boolean whole = report.remaining() != null && report.pending() != null && report.late() != null;
            return new ReportView(
                    report.city(),
                    report.week(),
                    report.slot(),
                    report.closedWeek(),
                    report.accepted(),
                    report.remaining(),
                    report.pending(),
                    report.medianAge(),
                    report.ninetiethAge(),
                    report.oldestAge(),
                    report.late(),
                    whole ? null : HIDDEN);
        }
    }

    private final WaitingPublication reports;

    WaitingReportResource(WaitingPublication reports) {
        this.reports = reports;
    }

    @GET
    @OpenToAll
    @Operation(summary = "Weekly reports of what waits, newest first; no sign-in")
    public ListPage<ReportView> list(@BeanParam @Valid PageQuery page) {
        return reports.page(page.after(), page.limit()).map(ReportView::of);
    }
}
