package io.mingjing.task.organisation.api;

import io.mingjing.task.organisation.domain.Unit;
import io.mingjing.task.organisation.domain.UnitKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is.
 *
 * @param region administrative division code (行政区划代码)
 * @param active absent means true
 */
public record UnitRequest(
        @NotBlank(message = "请填写单位名称 | give the name")
        @Size(max = 100, message = "单位名称最多 100 字 | the name has 100 characters at most")
        String name,

        @NotNull(
                message =
                        "请填写单位类别：CITY、CITY_OFFICE、BUREAU、SECTION 或 INSTITUTION | give the kind: CITY, CITY_OFFICE, BUREAU, SECTION or INSTITUTION")
        UnitKind kind,

        @Nullable String parent,

        @Nullable @Pattern(regexp = "\\d{6,12}", message = "行政区划代码应为 6 至 12 位数字 | the region has 6 to 12 digits")
        String region,

        @Nullable Boolean active) {

    Unit.Facts facts() {
        return new Unit.Facts(name.strip(), kind, parent, region, active == null || active);
    }
}
