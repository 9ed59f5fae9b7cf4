package io.mingjing.notification.delivery.channel;

import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.delivery.domain.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * E-mail over SMTP. The Message-ID is made of the notice's id and is the same over all attempts: where an attempt may have
 * gone out without our knowing (lost connection, killed process), the repetition carries the same one, and mail programs
 * and archives see one mail.
 */
@ApplicationScoped
class MailChannel implements Channel {

    /** Answers about this recipient or message; others (greylisting, refused log-in, shutting down) may pass. */
    private static final Set<Integer> FINAL_CODES = Set.of(501, 550, 551, 552, 553, 556);

    private final MailServer server;

    MailChannel(MailServer server) {
        this.server = server;
    }

    @Override
    public Outcome send(Message message) {
        try {
            server.take(message.noticeId().toString(), message.address(), message.subject(), message.body());
            return new Outcome.Delivered();
        } catch (MessagingException failure) {
            return judge(failure);
        }
    }

    private static Outcome judge(MessagingException failure) {
        @Nullable Exception each = failure;
        while (each instanceof MessagingException told) {
            switch (told) {
                case AddressException malformed -> {
                    return new Outcome.Rejected("邮箱地址不合规：" + malformed.getMessage());
                }
                case SMTPAddressFailedException refused -> {
                    return answered(refused.getReturnCode(), refused);
                }
                case SMTPSendFailedException refused
                when refused.getNextException() == null -> {
                    return answered(refused.getReturnCode(), refused);
                }
                default -> each = told.getNextException();
            }
        }
        return new Outcome.TryLater(each == null ? words(failure) : words(failure) + "：" + words(each));
    }

    private static Outcome answered(int code, MessagingException answer) {
        return FINAL_CODES.contains(code) ? new Outcome.Rejected(words(answer)) : new Outcome.TryLater(words(answer));
    }

    private static String words(Exception failure) {
        return String.valueOf(failure.getMessage()).strip();
    }
}
