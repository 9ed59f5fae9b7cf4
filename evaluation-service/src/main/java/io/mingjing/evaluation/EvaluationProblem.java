package io.mingjing.evaluation;

import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Problems this service can answer with. */
public enum EvaluationProblem implements ProblemType {
    CODE_EXPIRED(410, "评价码已过有效期", "This code has expired"),
    CODE_NOT_VALID(404, "评价码无效", "This code is not valid"),
    CODE_WITHDRAWN(410, "这个二维码已停止使用", "This code is no longer in use"),
    CONTACT_CLOSED(409, "该回访已办结", "The case of this contact is done"),
    CONTACT_UNAVAILABLE(503, "暂不能接收联系方式", "Contacts cannot be taken at this moment"),
    DEVICE_WITHDRAWN(409, "设备已停用", "The device is withdrawn"),
    HALL_TREE(422, "大厅层级有误", "The hall does not fit into the tree"),
    INTAKE_BUSY(503, "评价人数较多，请稍后再试", "Too many ratings at this moment; try again shortly"),
    KEYS_LOCKED(503, "暂时无法接收评价，请稍后再试", "Ratings cannot be taken at this moment; try again later"),
    MATTER_LIMITS(422, "办理时限有误", "The limits of the matter are not right"),
    NOT_A_CALL(422, "回访记录有误", "The record of the call is not right"),
    NOT_A_CONTACT(422, "联系方式有误", "The contact is not right"),
    NOT_A_RATING(422, "评价内容有误", "The rating is not right"),
    NOT_A_SCALE(422, "评价等级或原因清单有误", "The scale or list of reasons is not right"),
    ORDER_STAYS(422, "这张自办单不能转办", "This order cannot be passed on"),
    ORDER_STATE(409, "该自办单已办结", "This order is done already"),
    OWNER_CHANGE(422, "归属变更日期有误", "The day of the change of owner is not right"),
    PARAPHRASE_WORDS(422, "转述内容有误", "The paraphrase is not right"),
    PHOTO(422, "照片不能使用", "The photo cannot be used"),
    PLACE_CODE_TAKEN(409, "编码已被其他评价点使用", "The code belongs to another place"),
    POINT_KIND(422, "评价点类别有误", "The kind of the rating point is not right"),
    RECEIPT_UNKNOWN(404, "没有找到这个回执码", "There is no such receipt code"),
    SECOND_NOT_OPEN(409, "现在不能追评", "A second rating is not open now"),
    SECOND_PERSON(409, "须由另一人办理", "Another person must do this"),
    STAFF_TURN(422, "轮岗日期有误", "The day of the turn is not right"),
    TICKET_NOT_VALID(410, "请重新扫描二维码", "Scan the code again"),
    SURVEY_DAYS(422, "测评日期有误", "The days of the survey are not right"),
    SURVEY_DIFFERS(409, "该测评已登记为其他内容", "The survey is registered with other content"),
    SURVEY_OVER(410, "测评导入已截止", "The time to import this survey is over"),
    UNKNOWN_CODE(422, "编码未登记", "The code is not registered"),
    FEED_OF_THE_CITY(403, "该窗口的办件由市级系统确认", "Visits of this window are confirmed by the city's system"),
    VERSION_IN_FORCE(409, "该版本不能修改", "This version cannot be written"),
    VISIT_DAY(422, "办件日期有误", "The day of the visit is not right"),
    VISIT_DIFFERS(409, "该办件号已登记为其他内容", "The visit number is registered with other content"),
    VISIT_NOT_FINISHED(422, "办件尚未办结", "The visit has not ended"),
    WINDOW_NOT_YOURS(404, "没有这个窗口", "There is no such window");

    private final int status;
    private final String zh;
    private final String en;

    EvaluationProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String urn() {
        return "urn:mingjing:problem:evaluation:"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String zh() {
        return zh;
    }

    @Override
    public String en() {
        return en;
    }

    /** This problem with a field of the request. */
    public ProblemException at(String field, String zhFault, String enFault) {
        return new ProblemException(this, zh, en, List.of(new Violation(field, zhFault, enFault)), Map.of());
    }

    /** This problem, with what the caller can do about it. */
    public ProblemException because(String zhDetail, String enDetail) {
        return new ProblemException(this, zhDetail, enDetail);
    }
}
