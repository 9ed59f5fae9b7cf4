package io.mingjing.local.mail;

import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mingjing.local.process.Ports;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;

/** An SMTP server on the loopback address that delivers nowhere and keeps everything. */
public final class MailServer implements AutoCloseable {

    private final GreenMail smtp;

    private MailServer(GreenMail smtp) {
        this.smtp = smtp;
    }

    /** Starts it; what arrives is kept in the directory, see {@link MailFiles}. */
    public static MailServer start(Path directory, int port) {
        var files = new MailFiles(directory);
        var smtp = new GreenMail(new ServerSetup(port, Ports.LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        smtp.start();
        MessageDeliveryHandler mailboxes = smtp.getUserManager().getMessageDeliveryHandler();
        smtp.getUserManager().setMessageDeliveryHandler((message, recipient) -> {
            try {
                files.keep(message.getMessage(), recipient.getEmail());
            } catch (IOException e) {
                throw new MessagingException("Could not keep the mail", e);
            }
            return mailboxes.handle(message, recipient);
        });
        return new MailServer(smtp);
    }

    @Override
    public void close() {
        smtp.stop();
    }
}
