package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.domain.DeviceKind;
import io.mingjing.evaluation.place.domain.DeviceStatus;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.domain.Handling;
import io.mingjing.evaluation.place.domain.MatterType;
import io.mingjing.evaluation.place.domain.SpotKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What registering a place takes, from a program or from a form. */
public final class PlaceRequests {

    /** Official codes: ASCII, at most 40 characters, because sealed boxes have a fixed size. */
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    public static final String BAD_CODE =
            "编码只能含字母、数字和 . _ -，最多 40 个字符 | a code has letters, digits and . _ - only, at most 40";

    private static final String BAD_UNIT = "单位编码格式有误 | this is not the code of a unit";
    private static final String LONG_NAME = "名称最多 100 字 | at most 100 characters";
    private static final int LONGEST_LIMIT = 3650;

    private PlaceRequests() {}

    /**
     * A hall.
     *
     * @param level null for a county hall
     * @param parent the hall above; only and always below the county
     * @param region administrative division code (行政区划代码): 6, 9 or 12 digits for county, township and village
     */
    public record HallRequest(
            @NotBlank(message = "请填写大厅名称 | give the hall's name") @Size(max = 100, message = LONG_NAME)
            String name,

            @Nullable @Pattern(regexp = CODE, message = BAD_UNIT)
            String unit,

            @Nullable HallLevel level,

            @Nullable @Pattern(regexp = CODE, message = BAD_CODE)
            String parent,

            @Nullable
            @Pattern(
                    regexp = "\\d{6}(\\d{3}(\\d{3})?)?",
                    message = "行政区划代码为 6、9 或 12 位数字 | a region code has 6, 9 or 12 digits")
            String region) {}

    /**
     * A window.
     *
     * @param feed taken from the city only; from anybody else a known window keeps its own and a new one has none
     * @param ownerFrom first day of a new owner; null for tomorrow
     * @param showsCard whether the rating page shows who staffs it (亮牌); null leaves it as it is, at first not
     */
    public record WindowRequest(
            @NotBlank(message = "请填写窗口名称 | give the window's name") @Size(max = 100, message = LONG_NAME)
            String name,

            @NotBlank(message = "请填写大厅编码 | give the hall's code")
            String hall,

            @NotBlank(message = "请填写归属单位编码 | give the owning unit's code") @Pattern(regexp = CODE, message = BAD_UNIT)
            String ownerUnit,

            @NotNull(
                    message =
                            "请说明办件是否由独立系统确认：true 或 false | say whether an independent system confirms visits: true or false")
            Boolean feed,

            @Nullable LocalDate ownerFrom,
            @Nullable Boolean showsCard) {}

    /**
     * A rating point.
     *
     * @param hall null where it is in none
     * @param ownerFrom first day of a new owner; null for tomorrow
     */
    public record PointRequest(
            @NotNull(
                    message =
                            "请填写类别：SECTION_DOOR, NOTICE_BOARD, KIOSK, TERMINAL, ONLINE | give the kind: SECTION_DOOR, NOTICE_BOARD, KIOSK, TERMINAL, ONLINE")
            SpotKind kind,

            @NotBlank(message = "请填写评价点名称 | give the point's name") @Size(max = 100, message = LONG_NAME)
            String name,

            @Nullable @Pattern(regexp = CODE, message = BAD_CODE)
            String hall,

            @NotBlank(message = "请填写归属单位编码 | give the owning unit's code") @Pattern(regexp = CODE, message = BAD_UNIT)
            String ownerUnit,

            @Nullable LocalDate ownerFrom) {}

    /**
     * A matter.
     *
     * @param ownerUnit null leaves the owner as it is, at first none: the window's owner answers for the procedure
     * @param ownerFrom first day of a new owner; null for tomorrow
     * @param statutoryDays statutory limit in working days
     * @param promisedDays promised limit in working days
     * @param catalogueVersion the edition of the catalogue that says so
     */
    public record MatterRequest(
            @NotBlank(message = "请填写事项名称 | give the matter's name")
            @Size(max = 200, message = "名称最多 200 字 | at most 200 characters")
            String name,

            @Nullable @Pattern(regexp = CODE, message = BAD_UNIT)
            String ownerUnit,

            @Nullable LocalDate ownerFrom,
            @Nullable MatterType type,

            @Nullable @Size(max = 500, message = "依据最多 500 字 | at most 500 characters")
            String basis,

            @Nullable Handling handling,

            @Nullable
            @Min(value = 0, message = "时限不能为负 | a limit is not negative")
            @Max(value = LONGEST_LIMIT, message = "时限最多 3650 个工作日 | at most 3650 working days")
            Integer statutoryDays,

            @Nullable
            @Min(value = 0, message = "时限不能为负 | a limit is not negative")
            @Max(value = LONGEST_LIMIT, message = "时限最多 3650 个工作日 | at most 3650 working days")
            Integer promisedDays,

            @Nullable @Size(max = 40, message = "目录版本最多 40 字 | at most 40 characters")
            String catalogueVersion) {}

    /**
     * A device.
     *
     * @param place code of the window or rating point at which it stands
     * @param status null for in use
     */
    public record DeviceRequest(
            @NotNull(message = "请填写类别：COUNTER_TABLET, TERMINAL, KIOSK | give the kind: COUNTER_TABLET, TERMINAL, KIOSK")
            DeviceKind kind,

            @NotBlank(message = "请填写窗口或评价点编码 | give the code of a window or point")
            String place,

            @Nullable DeviceStatus status) {}

    /**
     * Somebody who staffs windows.
     *
     * @param sendingUnit the unit that sends them (派出单位)
     * @param sendingFrom first day of a new sending unit; null for tomorrow
     */
    public record StaffRequest(
            @NotBlank(message = "请填写姓名 | give the name") @Size(max = 40, message = "姓名最多 40 字 | at most 40 characters")
            String name,

            @NotBlank(message = "请填写岗位职责 | give the duty")
            @Size(max = 100, message = "职责最多 100 字 | at most 100 characters")
            String duty,

            @NotBlank(message = "请填写派出单位编码 | give the sending unit's code") @Pattern(regexp = CODE, message = BAD_UNIT)
            String sendingUnit,

            @Nullable LocalDate sendingFrom) {}

    /**
     * A turn at a window.
     *
     * @param staff code of the person; null where nobody is to be there
     * @param from first day; null for today
     */
    public record TurnRequest(
            @Nullable @Pattern(regexp = CODE, message = BAD_CODE)
            String staff,

            @Nullable LocalDate from) {}
}
