package io.mingjing.evaluation.selftest.api;

import io.mingjing.evaluation.selftest.application.SelfTestReport;
import io.mingjing.evaluation.selftest.application.SelfTestReport.Report;
import io.mingjing.kernel.http.OpenToAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The proof that bad ratings land, for everybody. */
@Path("/api/v1/self-tests")
public class SelfTestResource {

    private final SelfTestReport report;

    SelfTestResource(SelfTestReport report) {
        this.report = report;
    }

    @GET
    @OpenToAll
    @Operation(summary = "Test ratings sent and landed in the last 30 days, by channel and level; no sign-in")
    public Report report() {
        return report.report();
    }
}
