package io.mingjing.evaluation.intake.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the stuffing radar notices when a rating is taken in (anonymity attack 25). A flag judges nothing and refuses
 * nothing: it lies in the box, is counted per leaf, and people decide.
 */
public enum RadarFlag {
    /** One device rated with many codes in a day. */
    DEVICE("dev", "同一设备使用多个评价码", "one device, many codes"),
    /** Sent faster than anybody reads the form. */
    FAST("fast", "打开后过快提交", "sent too fast"),
    /** One of many 非常满意 in a row at the place. */
    FIVE("five", "短时间内连续非常满意", "a burst of top ratings"),
    /** More ratings than visits at the place on the day. */
    MANY("many", "评价数多于办件数", "more ratings than visits"),
    /** At the place itself, outside its service hours. */
    HOURS("hour", "非服务时间在现场评价", "on site outside service hours"),
    /** Many ratings of the place within a minute. */
    VELOCITY("vel", "一分钟内评价过多", "many within a minute"),
    /** A field that people do not see was filled. */
    TRAPPED("bot", "疑似程序填写", "filled by a program"),
    /** It says that another rated its matter (不是我评的). */
    CONTESTED("cont", "不是我评的", "another rated the matter");

    private final String code;
    private final String zh;
    private final String en;

    RadarFlag(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /** What stands in a box: at most 4 characters. */
    public String code() {
        return code;
    }

    /** What stands in a box of these; most ratings have none. */
    public static Set<String> codes(Set<RadarFlag> flags) {
        return flags.isEmpty() ? Set.of() : flags.stream().map(RadarFlag::code).collect(Collectors.toSet());
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Empty for a code that is none of ours. */
    public static Optional<RadarFlag> ofCode(String code) {
        return Arrays.stream(values()).filter(flag -> flag.code.equals(code)).findFirst();
    }
}
