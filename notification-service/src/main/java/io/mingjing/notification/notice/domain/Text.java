package io.mingjing.notification.notice.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The words of a notice, zh-CN, as they were when it was made.
 *
 * @param template name of the template
 * @param version its version; a template's words change only with a new one
 * @param link where to act
 */
@Embeddable
public record Text(
        String template, @Column(name = "template_version") int version, String subject, String body, String link) {

    private static final int LONGEST_SUBJECT = 200;

    public Text {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 1) + "…";
        }
    }
}
