package io.mingjing.local.mail;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.local.web.Html;
import io.mingjing.local.web.Language;
import io.mingjing.local.web.PageServer;
import io.mingjing.local.web.PageServer.Reply;
import io.mingjing.local.web.PageServer.Request;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mails that arrived (收到的邮件): a list, newest first, and each mail. */
public final class MailPages implements PageServer.Pages {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);

    private final MailFiles files;

    public MailPages(MailFiles files) {
        this.files = files;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (request.path().equals("/")) {
            return Optional.of(Reply.html(list(request.language())));
        }
        return files.byId(request.path().substring(1)).map(mail -> Reply.html(mail(mail, request.language())));
    }

    private String list(Language language) {
        List<Mail> mails = files.all().reversed();
        String rows = mails.stream()
                .map(mail -> "<tr><td>%s</td><td>%s</td><td><a href=\"/%s\">%s</a></td></tr>"
                        .formatted(moment(mail.receivedAt()), text(mail.to()), mail.id(), subject(mail, language)))
                .collect(Collectors.joining("\n"));
        String title = language.of("收到的邮件（演示）", "Received mails (demo)");
        return Html.page(language.tag(), title, language.otherLink(), """
                <h1>%s</h1>
                <p>%s</p>
                <table class="table stack" data-mails="%d"><thead><tr><th>%s</th><th>%s</th><th>%s</th></tr></thead><tbody>
                %s
                </tbody></table>""".formatted(
                        title,
                        language.of(
                                "本机收下所有邮件，不会真正寄出。时间为本机真实时间。",
                                "Nothing leaves this machine. Times are real, not business time."),
                        mails.size(),
                        language.of("收到时间", "Received"),
                        language.of("收件人", "To"),
                        language.of("主题", "Subject"),
                        rows));
    }

    private static String mail(Mail mail, Language language) {
        return Html.page(language.tag(), mail.subject(), language.otherLink(), """
                <h1>%s</h1>
                <p class="hint">%s → %s · %s</p>
                <div class="card"><pre>%s</pre></div>
                <p><a href="/">%s</a></p>""".formatted(
                        subject(mail, language),
                        text(mail.from()),
                        text(mail.to()),
                        moment(mail.receivedAt()),
                        text(mail.text()),
                        language.of("全部邮件", "All mails")));
    }

    private static String subject(Mail mail, Language language) {
        return text(mail.subject().isBlank() ? language.of("（无主题）", "(no subject)") : mail.subject());
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    private static String text(String text) {
        return Html.escaped(text);
    }
}
