package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.Visit;

/**
 * A visit's rating address as a text message (短信). Plain and the same for everybody: it names no matter, does not ask for
 * a good rating, and is sent whether or not the visit was rated.
 *
 * @param characters as the network counts them: a message of one part has {@value #ONE}, each of several has {@value
 *     #EACH}, because Chinese letters take two bytes
 */
public record SmsText(String text, int characters, int parts) {

    static final int ONE = 70;
    static final int EACH = 67;

    static SmsText of(Visit visit, String url) {
        String text = "您的办件已办结，请评价：" + url + " 有效至" + visit.expDay().getMonthValue() + "月"
                + visit.expDay().getDayOfMonth() + "日。窗口看不到是谁评的。";
        int characters = text.length();
        return new SmsText(text, characters, characters <= ONE ? 1 : Math.ceilDiv(characters, EACH));
    }

    /** Says nothing: a code never reaches a log by accident. */
    @Override
    public String toString() {
        return "SmsText[]";
    }
}
