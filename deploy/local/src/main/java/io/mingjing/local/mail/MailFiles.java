package io.mingjing.local.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Received mails as files, so that they are still there after a restart. */
public final class MailFiles {

    private final Path directory;
    private final AtomicLong last;

    public MailFiles(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            this.last = new AtomicLong(files().map(MailFiles::number)
                    .max(Comparator.naturalOrder())
                    .orElse(0L));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not use the mail directory 无法使用邮件目录: " + directory, e);
        }
    }

    void keep(MimeMessage message, String recipient) throws IOException, MessagingException {
        message.setHeader("X-Mingjing-Recipient", recipient);
        Path draft = Files.createTempFile(directory, "arriving", ".part");
        try (var out = Files.newOutputStream(draft)) {
            message.writeTo(out);
        }
        Files.move(draft, directory.resolve("%08d.eml".formatted(last.incrementAndGet())));
    }

    /** All mails, oldest first. */
    public List<Mail> all() {
        try {
            return files().sorted().map(this::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One mail by its id. */
    public Optional<Mail> byId(String id) {
        return all().stream().filter(mail -> mail.id().equals(id)).findFirst();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(".eml")).toList().stream();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(name(file));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".eml", "");
    }

    private Mail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var message = new MimeMessage(null, in);
            Address[] from = message.getFrom();
            return new Mail(
                    name(file),
                    Files.getLastModifiedTime(file).toInstant(),
                    from == null || from.length == 0 ? "" : from[0].toString(),
                    message.getHeader("X-Mingjing-Recipient", ","),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text(message).orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("Unreadable mail " + file, e);
        }
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof String text) {
            return Optional.of(text);
        }
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> text = text(inner);
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }
}
