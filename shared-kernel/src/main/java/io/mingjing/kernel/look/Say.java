package io.mingjing.kernel.look;

import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.ProblemException.Words;
import io.mingjing.kernel.time.BusinessClock;
import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The words of a page, in the language of the request. Both languages stand side by side where they are used:
 * {@code {say:it('任务', 'Tasks')}}; dates are written as people write them: {@code {say:day(task.dueDay)}}. Text with an
 * apostrophe goes into double quotes.
 */
@TemplateExtension(namespace = "say")
public final class Say {

    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter DAY_EN =
            DateTimeFormatter.ofPattern("d MMM yyyy").withLocale(Language.EN.locale());
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Say() {}

    /** The sentence in the language of the request. */
    public static String it(String zh, String en) {
        return Language.current().pick(zh, en);
    }

    public static String of(Words words) {
        return Language.current().pick(words.zh(), words.en());
    }

    public static String day(LocalDate day) {
        return day.format(Language.current() == Language.EN ? DAY_EN : DAY_ZH);
    }

    /** Day and minute in Asia/Shanghai. */
    public static String moment(Instant moment) {
        var local = moment.atZone(BusinessClock.ZONE);
        return day(local.toLocalDate()) + " " + local.format(TIME);
    }
}
