package io.mingjing.evaluation.survey.api;

import io.mingjing.evaluation.survey.application.AnswerImport;
import io.mingjing.evaluation.survey.application.AnswerOutcome;
import io.mingjing.evaluation.survey.application.AnswerReport;
import io.mingjing.evaluation.survey.application.SurveyRegister;
import io.mingjing.evaluation.survey.domain.Survey;
import io.mingjing.evaluation.survey.domain.SurveyKind;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Surveys (电话调查、第三方测评) and the import of their answers. */
@Path("/api/v1/surveys")
public class SurveyResource {

    private static final int BATCH = 1000;
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    /** @param importer OIDC subject of the system that alone may import its answers */
    public record SurveyRequest(
            @NotBlank(message = "请填写名称") @Size(max = 100, message = "名称最多 100 字")
            String name,

            @NotNull(message = "请填写类型：TELEPHONE 或 THIRD_PARTY")
            SurveyKind kind,

            @NotBlank(message = "请填写导入系统的账号") @Size(max = 200, message = "账号最多 200 字符")
            String importer,

            @NotNull(message = "请填写开始日期") LocalDate fromDay,

            @NotNull(message = "请填写结束日期") LocalDate toDay) {}

    public record SurveyView(
            String code, String name, SurveyKind kind, String importer, LocalDate fromDay, LocalDate toDay) {

        static SurveyView of(Survey survey) {
            return new SurveyView(
                    survey.code(), survey.name(), survey.kind(), survey.importer(), survey.fromDay(), survey.toDay());
        }
    }

    /**
     * The answer to one answer of a batch.
     *
     * @param outcome {@code IMPORTED}, {@code ALREADY_IMPORTED} or {@code REFUSED}
     * @param faults what is wrong, by field; null where nothing is
     */
    public record AnswerItem(String outcome, @Nullable List<Fault> faults) {

        static AnswerItem of(AnswerOutcome outcome, Language language) {
            return switch (outcome) {
                case AnswerOutcome.Imported(boolean again) ->
                    new AnswerItem(again ? "ALREADY_IMPORTED" : "IMPORTED", null);
                case AnswerOutcome.Refused(ProblemException problem) ->
                    new AnswerItem(
                            "REFUSED",
                            problem.violations().stream()
                                    .map(one -> new Fault(one.field(), language.pick(one.zh(), one.en())))
                                    .toList());
            };
        }
    }

    public record Fault(String field, String message) {}

    public record AnswerItems(List<AnswerItem> items) {}

    private final SurveyRegister register;
    private final AnswerImport answers;
    private final Actor actor;

    SurveyResource(SurveyRegister register, AnswerImport answers, Actor actor) {
        this.register = register;
        this.answers = answers;
        this.actor = actor;
    }

    @PUT
    @Path("/{code}")
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(summary = "Register a survey, or name it anew; its kind and days stay")
    public SurveyView put(
            @RestPath @Pattern(regexp = CODE, message = "编码只能含字母、数字和 . _ -，最多 40 个字符") String code,
            @NotNull(message = "请提供 JSON 内容") @Valid SurveyRequest request) {
        return SurveyView.of(register.put(
                actor,
                code,
                new SurveyRegister.Details(
                        request.name(), request.kind(), request.importer(), request.fromDay(), request.toDay())));
    }

    @GET
    @AllowedTo({Role.CITY_OFFICE, Role.OVERSIGHT})
    @Operation(summary = "Surveys in order of their codes")
    public ListPage<SurveyView> list(
            @RestQuery @Nullable String after,
            @RestQuery
                    @DefaultValue("50")
                    @Min(value = 1, message = "每页至少 1 条")
                    @Max(value = ListPage.MAX, message = "每页最多 200 条")
                    int limit) {
        Cursor cursor = Cursor.parse(after, 1);
        String first = cursor == null ? "" : cursor.parts().getFirst();
        return ListPage.cut(register.after(actor, first, limit + 1), limit, survey -> Cursor.of(survey.code()))
                .map(SurveyView::of);
    }

    @POST
    @Path("/{code}/answers")
    @AllowedTo(Role.INTEGRATION)
    @Operation(
            summary = "Import up to 1,000 answers; answers one item for each, in the same order",
            description =
                    "A respondent's answer about a place and matter counts once, however often it is sent. No name,"
                            + " no telephone number: respondent is the importer's own number.")
    public AnswerItems take(
            @RestPath String code,
            @NotNull(message = "请提供答卷数组") @Size(min = 1, max = BATCH, message = "一次提交 1 至 1000 份答卷")
                    List<@NotNull(message = "答卷不能为 null") AnswerReport> reports) {
        Language language = Language.current();
        return new AnswerItems(answers.take(actor, code, reports).stream()
                .map(outcome -> AnswerItem.of(outcome, language))
                .toList());
    }
}
