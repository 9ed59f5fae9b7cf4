package io.mingjing.evaluation.intake.api;

import io.mingjing.evaluation.intake.application.ScaleRegister;
import io.mingjing.evaluation.intake.domain.ReasonList;
import io.mingjing.evaluation.intake.domain.ReasonList.LocalReason;
import io.mingjing.evaluation.intake.domain.Scale;
import io.mingjing.evaluation.intake.domain.Scale.Level;
import io.mingjing.evaluation.intake.domain.Scale.Reason;
import io.mingjing.evaluation.intake.persistence.ReasonListStore;
import io.mingjing.evaluation.intake.persistence.ScaleStore;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The scale (评价等级) and the reasons (评价原因) with their versions: public, because every rater sees them. */
@Path("/api/v1")
public class ScaleResource {

    private static final String NO_BODY = "请提供 JSON 内容";

    public record ReasonBody(
            @NotBlank(message = "请填写原因代码") String code,

            @NotBlank(message = "请填写原因") @Size(max = 40, message = "原因最多 40 字")
            String zh,

            @NotBlank(message = "请填写英文") @Size(max = 100, message = "英文最多 100 字符")
            String en) {}

    public record LevelBody(
            @Min(value = 1, message = "等级为 1 至 5") @Max(value = 5, message = "等级为 1 至 5")
            int level,

            @NotBlank(message = "请填写等级名称") @Size(max = 20, message = "名称最多 20 字")
            String zh,

            @NotBlank(message = "请填写英文名称") @Size(max = 40, message = "英文名称最多 40 字符")
            String en,

            @Min(value = 0, message = "分值为 0 至 100") @Max(value = 100, message = "分值为 0 至 100")
            int value,

            @NotNull(message = "请填写原因") @Size(max = 20, message = "原因过多")
            List<@NotNull @Valid ReasonBody> reasons) {}

    /** @param basis the document that sets it (依据文件) */
    public record ScaleBody(
            @NotNull(message = "请填写生效日期") LocalDate fromDay,

            @NotBlank(message = "请填写名称") @Size(max = 100, message = "名称最多 100 字")
            String name,

            @NotBlank(message = "请填写依据文件") @Size(max = 200, message = "依据文件最多 200 字")
            String basis,

            int poorUpTo,

            @NotNull(message = "请填写各等级") @Size(max = 10, message = "等级过多")
            List<@NotNull @Valid LevelBody> levels) {}

    /** @param level 5 … 1; 0 for every level */
    public record LocalReasonBody(
            int level,

            @NotBlank(message = "请填写原因代码") String code,

            @NotBlank(message = "请填写原因") @Size(max = 40, message = "原因最多 40 字")
            String zh,

            @NotBlank(message = "请填写英文") @Size(max = 100, message = "英文最多 100 字符")
            String en,

            boolean integrity) {}

    public record ReasonListBody(
            @NotNull(message = "请填写生效日期") LocalDate fromDay,

            @NotBlank(message = "请填写名称") @Size(max = 100, message = "名称最多 100 字")
            String name,

            @NotNull(message = "请填写原因") @Size(max = 60, message = "原因过多")
            List<@NotNull @Valid LocalReasonBody> reasons) {}

    private final ScaleRegister register;
    private final ScaleStore scales;
    private final ReasonListStore lists;
    private final Actor actor;

    ScaleResource(ScaleRegister register, ScaleStore scales, ReasonListStore lists, Actor actor) {
        this.register = register;
        this.scales = scales;
        this.lists = lists;
        this.actor = actor;
    }

    @GET
    @Path("/scales")
    @OpenToAll
    @Operation(summary = "All versions of the national scale, newest first; there are never many")
    public List<Scale> scales() {
        return scales.all();
    }

    @GET
    @Path("/reason-lists")
    @OpenToAll
    @Operation(summary = "All versions of the city's own reasons, newest first; there are never many")
    public List<ReasonList> lists() {
        return lists.all();
    }

    @PUT
    @Path("/scales/{version}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(
            summary = "Write the next version of the scale, or one that is not in force yet anew",
            description = "A reason's code keeps its level and words over all versions.")
    public Scale putScale(@RestPath int version, @NotNull(message = NO_BODY) @Valid ScaleBody body) {
        List<Level> levels = body.levels().stream()
                .sorted(Comparator.comparing(LevelBody::level).reversed())
                .map(level -> new Level(
                        level.level(),
                        level.zh(),
                        level.en(),
                        level.value(),
                        level.reasons().stream()
                                .map(reason -> new Reason(reason.code(), reason.zh(), reason.en(), false))
                                .toList()))
                .toList();
        Scale scale = new Scale(version, body.fromDay(), body.poorUpTo(), levels);
        return register.scale(actor, scale, body.name(), body.basis());
    }

    @PUT
    @Path("/reason-lists/{version}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(
            summary = "Write the next version of the city's own reasons, or one that is not in force yet anew",
            description = "integrity marks what goes to city discipline and into no tally.")
    public ReasonList putList(@RestPath int version, @NotNull(message = NO_BODY) @Valid ReasonListBody body) {
        return register.reasons(
                actor,
                new ReasonList(
                        version,
                        body.fromDay(),
                        body.name(),
                        body.reasons().stream()
                                .map(one -> new LocalReason(
                                        one.level(), new Reason(one.code(), one.zh(), one.en(), one.integrity())))
                                .toList()));
    }
}
