package io.mingjing.evaluation.code.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a rating reached us (评价渠道): the national codes, and our own above 100. Never 7: that one says that a system gave
 * a good rating by default, and this one gives none.
 */
public enum Channel {
    /** PC 端. */
    PC(1),
    /** 移动端. */
    MOBILE(2),
    /** 二维码. */
    QR(3),
    /** 政务大厅平板电脑. */
    COUNTER_TABLET(4),
    /** 政务大厅其他终端. */
    TERMINAL(5),
    /** 短信. */
    SMS(6),
    /** 电话回访: our own. */
    TELEPHONE(101),
    /** 第三方评价: our own. */
    THIRD_PARTY(102);

    private final int pf;

    Channel(int pf) {
        this.pf = pf;
    }

    /** The code ({@code pf}) under which it is recorded. */
    public int pf() {
        return pf;
    }

    /** The channel of a code; empty where it is none of ours. */
    public static Optional<Channel> ofPf(int pf) {
        return Arrays.stream(values()).filter(channel -> channel.pf == pf).findFirst();
    }
}
