package io.mingjing.evaluation.code.domain;

/**
 * Through which channel (评价渠道) a rating came: the six national ones, and our own for what is imported. The national
 * code 7, a rating that a system makes up by default, exists on purpose nowhere (domain rule: never a default rating).
 */
public enum Channel {
    /** PC 端. */
    PC(1),
    /** 移动端. */
    MOBILE(2),
    /** 二维码. */
    QR(3),
    /** 政务大厅平板. */
    COUNTER_TABLET(4),
    /** 政务大厅其他终端. */
    TERMINAL(5),
    /** 短信. */
    SMS(6),
    /** 电话调查; not a national code. */
    TELEPHONE(101),
    /** 第三方测评; not a national code. */
    THIRD_PARTY(102);

    private final int pf;

    Channel(int pf) {
        this.pf = pf;
    }

    /** The code in records. */
    public int pf() {
        return pf;
    }
}
