package io.mingjing.evaluation.contact.domain;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number (电话号码) as one dials it: a mobile or fixed number of the country, with or without its area code, or
 * an international one.
 *
 * @param digits digits, with + in front of an international one; at most 20 characters
 */
public record PhoneNumber(String digits) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s().·-]");
    private static final Pattern DIALLED =
            Pattern.compile("1[3-9]\\d{9}|0\\d{9,16}|[48]00\\d{7}|[2-9]\\d{6,7}|\\+\\d{7,15}");

    /** Reads what a rater typed, full-width digits and the usual separators included; empty where it is no number. */
    public static Optional<PhoneNumber> read(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        String digits = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return Optional.of(digits)
                .filter(number -> DIALLED.matcher(number).matches())
                .map(PhoneNumber::new);
    }

    /** Says nothing: a number never reaches a log by accident. */
    @Override
    public String toString() {
        return "PhoneNumber[]";
    }
}
