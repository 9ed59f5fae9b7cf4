package io.mingjing.evaluation.place.web;

import static io.mingjing.evaluation.place.web.FormField.Kind.DAY;
import static io.mingjing.evaluation.place.web.FormField.Kind.LINE;
import static io.mingjing.evaluation.place.web.FormField.Kind.NUMBER;
import static io.mingjing.evaluation.place.web.FormField.Kind.UNIT;

import io.mingjing.evaluation.place.domain.DeviceKind;
import io.mingjing.evaluation.place.domain.DeviceStatus;
import io.mingjing.evaluation.place.domain.HallLevel;
import io.mingjing.evaluation.place.domain.Handling;
import io.mingjing.evaluation.place.domain.MatterType;
import io.mingjing.evaluation.place.domain.SpotKind;
import io.mingjing.evaluation.place.web.FormField.Option;
import io.mingjing.kernel.http.ProblemException.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of the register; the last part of an address names one. A field is named as in the JSON of the API. */
enum PlaceForm {
    HALL("登记大厅", "Register a hall"),
    WINDOW("登记窗口", "Register a window"),
    POINT("登记评价点", "Register a rating point"),
    DEVICE("登记评价器", "Register a device"),
    STAFF("登记窗口人员", "Register window staff"),
    TURN("安排窗口轮岗", "Assign a window"),
    MATTER("登记事项", "Register a matter");

    private final Words title;

    PlaceForm(String zh, String en) {
        this.title = new Words(zh, en);
    }

    static Optional<PlaceForm> named(@Nullable String path) {
        return Arrays.stream(values()).filter(form -> form.path().equals(path)).findFirst();
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    Words title() {
        return title;
    }

    List<FormField> fields() {
        return switch (this) {
            case HALL ->
                List.of(
                        code("大厅编码", "Code of the hall"),
                        name(100),
                        FormField.choice("level", "层级", "Level", levels()),
                        FormField.of("parent", LINE, "上级大厅编码", "Code of the hall above", 40)
                                .hinted("县级大厅不填", "Not for a county hall"),
                        FormField.of("region", LINE, "行政区划代码", "Region code", 12)
                                .hinted("6、9 或 12 位数字", "6, 9 or 12 digits"),
                        FormField.of("unit", UNIT, "管理单位编码", "Unit that runs it", 40)
                                .hinted("由市直接管理的不填", "Not where the city runs it"));
            case WINDOW ->
                List.of(
                        code("窗口编码", "Code of the window"),
                        name(100),
                        FormField.of("hall", LINE, "大厅编码", "Code of the hall", 40)
                                .need(),
                        owner().need(),
                        from("ownerFrom"),
                        FormField.yesOrNo("feed", "叫号或审批系统独立确认办件", "An independent system confirms visits")
                                .hinted("只有市级岗位可以更改", "Only the city may change it"),
                        FormField.yesOrNo("showsCard", "在评价页亮牌（姓名、照片、职责）", "Show the card of its staff to raters"));
            case POINT ->
                List.of(
                        code("评价点编码", "Code of the point"),
                        FormField.choice("kind", "类别", "Kind", pointKinds()),
                        name(100),
                        FormField.of("hall", LINE, "大厅编码", "Code of the hall", 40)
                                .hinted("不在大厅内的不填", "Not where it is in no hall"),
                        owner().need(),
                        from("ownerFrom"));
            case DEVICE ->
                List.of(
                        code("序列号", "Serial"),
                        FormField.choice("kind", "类别", "Kind", deviceKinds()),
                        FormField.of("place", LINE, "窗口或评价点编码", "Code of the window or point", 40)
                                .need(),
                        FormField.choice("status", "状态", "Status", statuses()));
            case STAFF ->
                List.of(
                        code("工号", "Badge number"),
                        FormField.of("name", LINE, "姓名", "Name", 40).need(),
                        FormField.of("duty", LINE, "岗位职责", "Duty", 100).need(),
                        FormField.of("sendingUnit", UNIT, "派出单位编码", "Sending unit", 40)
                                .need(),
                        from("sendingFrom"));
            case TURN ->
                List.of(
                        code("窗口编码", "Code of the window"),
                        FormField.of("staff", LINE, "人员工号", "Badge number", 40).hinted("不填表示无人", "Empty for nobody"),
                        FormField.of("from", DAY, "自哪天起", "From which day", 0).hinted("不填表示今天", "Empty for today"));
            case MATTER ->
                List.of(
                        code("事项编码", "Code of the matter"),
                        name(200),
                        FormField.choice("type", "事项类型", "Type", matterTypes()).orNone("未填", "not given"),
                        FormField.choice("handling", "办件类型", "Handling", handlings())
                                .orNone("未填", "not given"),
                        FormField.of("statutoryDays", NUMBER, "法定办结时限（工作日）", "Statutory limit (working days)", 4),
                        FormField.of("promisedDays", NUMBER, "承诺办结时限（工作日）", "Promised limit (working days)", 4),
                        owner().hinted("不填则由窗口归属单位负责", "Empty: the window's owner answers for it"),
                        from("ownerFrom"),
                        FormField.of("basis", LINE, "设定依据", "Basis", 500),
                        FormField.of("catalogueVersion", LINE, "目录版本", "Edition of the catalogue", 40));
        };
    }

    private static FormField code(String zh, String en) {
        return FormField.of("code", LINE, zh, en, 40)
                .need()
                .hinted("登记后不变；再次登记同一编码即为修改", "It stays; registering it again describes it anew");
    }

    private static FormField name(int longest) {
        return FormField.of("name", LINE, "名称", "Name", longest).need();
    }

    private static FormField owner() {
        return FormField.of("ownerUnit", UNIT, "归属单位编码", "Owning unit", 40);
    }

    private static FormField from(String field) {
        return FormField.of(field, DAY, "单位变更自哪天起", "A change of unit begins on", 0)
                .hinted("仅在变更单位时填，须晚于今天；不填表示明天", "For a change of unit only, a later day; empty for tomorrow");
    }

    private static Option[] levels() {
        return Arrays.stream(HallLevel.values())
                .map(level -> new Option(level.name(), new Words(level.zh(), level.en())))
                .toArray(Option[]::new);
    }

    private static Option[] pointKinds() {
        return Arrays.stream(SpotKind.values())
                .filter(kind -> kind != SpotKind.WINDOW)
                .map(kind -> new Option(kind.name(), new Words(kind.zh(), kind.en())))
                .toArray(Option[]::new);
    }

    private static Option[] deviceKinds() {
        return Arrays.stream(DeviceKind.values())
                .map(kind -> new Option(kind.name(), new Words(kind.zh(), kind.en())))
                .toArray(Option[]::new);
    }

    private static Option[] statuses() {
        return Arrays.stream(DeviceStatus.values())
                .map(status -> new Option(status.name(), new Words(status.zh(), status.en())))
                .toArray(Option[]::new);
    }

    private static Option[] matterTypes() {
        return Arrays.stream(MatterType.values())
                .map(type -> new Option(type.name(), new Words(type.zh(), type.en())))
                .toArray(Option[]::new);
    }

    private static Option[] handlings() {
        return Arrays.stream(Handling.values())
                .map(handling -> new Option(handling.name(), new Words(handling.zh(), handling.en())))
                .toArray(Option[]::new);
    }
}
