package io.mingjing.evaluation.place.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What registering a place takes. */
public final class PlaceRequests {

    /** Official codes: ASCII, at most 40 characters, because sealed boxes have a fixed size. */
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private PlaceRequests() {}

    public record HallRequest(
            @NotBlank(message = "请填写大厅名称") @Size(max = 100, message = "名称最多 100 字")
            String name,

            @Nullable @Pattern(regexp = CODE, message = "单位编码格式有误")
            String unit) {}

    public record WindowRequest(
            @NotBlank(message = "请填写窗口名称") @Size(max = 100, message = "名称最多 100 字")
            String name,

            @NotBlank(message = "请填写大厅编码") String hall,

            @NotBlank(message = "请填写归属单位编码") @Pattern(regexp = CODE, message = "单位编码格式有误")
            String ownerUnit,

            @NotNull(message = "请说明办件是否由独立系统确认：true 或 false")
            Boolean feed,

            @Nullable LocalDate ownerFrom) {}

    public record MatterRequest(
            @NotBlank(message = "请填写事项名称") @Size(max = 200, message = "名称最多 200 字")
            String name,

            @Nullable @Pattern(regexp = CODE, message = "单位编码格式有误")
            String ownerUnit) {}
}
