package io.mingjing.notification.delivery.application;

import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.domain.Text;

/** A notice as an e-mail reads: who is addressed and as what, the words, and the number of the notice. */
final class MailText {

    private MailText() {}

    static Message of(Notice notice, String address) {
        Text text = notice.occasion().text();
        String body = """
                %s：
                您以“%s”身份收到本通知。

                %s

                （系统自动发出，请勿回复。通知编号：%s）
                """.formatted(notice.recipientName(), notice.addressedAs(), text.body(), notice.id());
        return new Message(notice.id(), address, text.subject(), body);
    }
}
