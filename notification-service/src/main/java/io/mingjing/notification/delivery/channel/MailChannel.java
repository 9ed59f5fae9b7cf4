package io.mingjing.notification.delivery.channel;

import io.mingjing.notification.NotificationConfig;
import io.mingjing.notification.delivery.domain.Channel;
import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.delivery.domain.Outcome;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * E-mail over SMTP. The Message-ID is made of the notice's id and is the same over all attempts: where an attempt may have
 * gone out without our knowing (time-out, lost connection, killed process), the repetition carries the same one, and mail
 * programs and archives see one mail.
 */
@ApplicationScoped
class MailChannel implements Channel {

    /** Answers about this recipient or message; others (greylisting, refused log-in, shutting down) may pass. */
    private static final Set<Integer> FINAL_CODES = Set.of(501, 550, 551, 552, 553, 556);

    private final ReactiveMailer mailer;
    private final NotificationConfig.Mail config;

    MailChannel(ReactiveMailer mailer, NotificationConfig config) {
        this.mailer = mailer;
        this.config = config.mail();
    }

    @Override
    public Outcome send(Message message) {
        String domain = config.from().substring(config.from().indexOf('@') + 1);
        Mail mail = Mail.withText(message.address(), message.subject(), message.body())
                .setFrom(config.from())
                .addHeader("Message-ID", "<" + message.noticeId() + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return new Outcome.Delivered();
        } catch (TimeoutException noAnswer) {
            return new Outcome.TryLater("邮件服务器在" + config.timeout().toSeconds() + "秒内没有答复，是否已发出不明");
        } catch (RuntimeException failure) {
            return judge(failure);
        }
    }

    private static Outcome judge(RuntimeException failure) {
        for (@Nullable Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SMTPException refused) {
                String answer = refused.getReplyCode() + " " + refused.getReplyMessage();
                return FINAL_CODES.contains(refused.getReplyCode())
                        ? new Outcome.Rejected(answer)
                        : new Outcome.TryLater(answer);
            }
            if (each instanceof IllegalArgumentException malformed) {
                return new Outcome.Rejected(String.valueOf(malformed.getMessage()));
            }
        }
        return new Outcome.TryLater(String.valueOf(failure.getMessage()));
    }
}
