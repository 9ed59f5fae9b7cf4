package io.mingjing.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The mail server under a test's control: it can be away, and it shows what arrived. */
public final class Postbox implements AutoCloseable {

    /** A mail as it arrived. */
    public record Arrived(String to, String id, String subject, String text) {}

    private final GreenMail server;

    private Postbox(GreenMail server) {
        this.server = server;
    }

    /** Opens the server at the port the service sends to. */
    public static Postbox open() {
        int port = ConfigProvider.getConfig().getValue("mingjing.notices.mail.port", Integer.class);
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return new Postbox(server);
    }

    public List<Arrived> all() {
        return Stream.of(server.getReceivedMessages()).map(Postbox::arrived).toList();
    }

    public List<Arrived> to(String address) {
        return all().stream().filter(mail -> mail.to().equals(address)).toList();
    }

    private static Arrived arrived(MimeMessage mail) {
        try {
            return new Arrived(
                    mail.getAllRecipients()[0].toString(),
                    mail.getMessageID(),
                    mail.getSubject(),
                    mail.getContent().toString());
        } catch (MessagingException | java.io.IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
