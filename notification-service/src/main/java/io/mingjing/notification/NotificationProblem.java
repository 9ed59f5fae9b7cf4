package io.mingjing.notification;

import io.mingjing.kernel.http.ProblemType;
import java.util.Locale;

/** Problems only this service answers with. */
public enum NotificationProblem implements ProblemType {
    NO_NOTICE(404, "没有这条通知", "No such notice"),
    SPAN(422, "时间范围有误", "The span of time is not right");

    private final int status;
    private final String zh;
    private final String en;

    NotificationProblem(int status, String zh, String en) {
        this.status = status;
        this.zh = zh;
        this.en = en;
    }

    @Override
    public String urn() {
        return "urn:mingjing:problem:notification:"
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
}
