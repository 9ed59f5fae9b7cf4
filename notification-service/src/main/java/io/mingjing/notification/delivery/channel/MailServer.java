package io.mingjing.notification.delivery.channel;

import io.mingjing.notification.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * The mail server, a connection for each mail.
 *
 * <p>Jakarta Mail and not Quarkus' mailer: that one stops waiting for a server that accepts and says nothing, but leaves
 * the attempt in its queue with the connection open (tried), so that retries pile up and all go out when the server wakes
 * up. Here every wait has an end that closes the socket, and an attempt that has failed is over.
 */
@ApplicationScoped
class MailServer {

    private final Session session;
    private final String from;
    private final String domain;

    MailServer(NotificationConfig config) {
        NotificationConfig.Mail mail = config.mail();
        String silence = Long.toString(mail.silence().toMillis());
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", mail.host());
        settings.setProperty("mail.smtp.port", Integer.toString(mail.port()));
        settings.setProperty("mail.smtp.connectiontimeout", silence);
        settings.setProperty("mail.smtp.timeout", silence);
        settings.setProperty("mail.smtp.writetimeout", silence);
        settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(mail.tls()));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", Boolean.toString(mail.requireStartTls()));
        settings.setProperty("mail.smtp.auth", Boolean.toString(mail.username().isPresent()));
        // A mail that was taken is taken, whatever the server says to our good-bye.
        settings.setProperty("mail.smtp.quitwait", "false");
        this.session = Session.getInstance(settings, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        mail.username().orElse(""), mail.password().orElse(""));
            }
        });
        this.from = mail.from();
        this.domain = from.substring(from.indexOf('@') + 1);
    }

    /**
     * Hands a mail over; returns when the server has taken it.
     *
     * @param id what becomes its Message-ID
     */
    void take(String id, String to, String subject, String text) throws MessagingException {
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@" + domain + ">");
            }
        };
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(subject, StandardCharsets.UTF_8.name());
        mail.setText(text, StandardCharsets.UTF_8.name());
        mail.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(mail);
    }
}
