package io.mingjing.task.plan.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a document number (文号), such as 广委办〔2022〕27号.
 *
 * @param issuer code of the issuer (机关代字)
 */
public record DocumentNumber(String issuer, int year, int serial) {

    /** The standard's brackets are 〔〕; the others are how people type them. */
    private static final Pattern SHAPE =
            Pattern.compile("(?<issuer>\\p{IsHan}{1,30})\\s*[〔\\[［(（【](?<year>(?:19|20)\\d{2})[〕\\]］)）】]\\s*"
                    + "第?(?<serial>[1-9]\\d{0,5})号");

    /** Reads a number; empty where it has another shape. */
    public static Optional<DocumentNumber> parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new DocumentNumber(
                        matcher.group("issuer"),
                        Integer.parseInt(matcher.group("year")),
                        Integer.parseInt(matcher.group("serial"))))
                : Optional.empty();
    }
}
