package io.mingjing.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.web.Language;
import io.mingjing.local.web.PageServer.Reply;
import io.mingjing.local.web.PageServer.Request;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailPagesTest {

    @TempDir
    Path directory;

    @BeforeEach
    void twoMailsHaveArrived() throws Exception {
        var files = new MailFiles(directory);
        files.keep(mail("即将到期：任务一", "请于二日内处理。"), "a@gy.example");
        files.keep(mail("已逾期：任务<b>二</b>", "请立即处理。"), "b@gy.example");
    }

    @Test
    void theNewestStandsFirstAndMarkupStaysText() {
        String page = get("/").orElseThrow().body();

        assertThat(page.indexOf("已逾期")).isBetween(1, page.indexOf("即将到期"));
        assertThat(page).contains("a@gy.example", "b@gy.example", "&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void eachMailHasItsPage() {
        assertThat(get("/00000001").orElseThrow().body()).contains("请于二日内处理。");
        assertThat(get("/00000003")).isEmpty();
    }

    @Test
    void mailsAreNumberedOnAfterARestart() throws Exception {
        new MailFiles(directory).keep(mail("第三封", ""), "c@gy.example");

        assertThat(new MailFiles(directory).all()).extracting(Mail::id).endsWith("00000003");
    }

    private Optional<Reply> get(String path) {
        return new MailPages(new MailFiles(directory)).answer(new Request(path, Language.ZH));
    }

    private static MimeMessage mail(String subject, String text) throws Exception {
        var message = new MimeMessage(Session.getInstance(new Properties()));
        message.setFrom("mingjing@gy.example");
        message.setSubject(subject, "UTF-8");
        message.setText(text, "UTF-8");
        return message;
    }
}
