package io.mingjing.evaluation.office.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What may not stand in a paraphrase (anonymity rule K9): numbers that lead to a person, and a rater's own turn of phrase
 * where he did not ask for it to be passed on. A rule catches copying, not telling: the person who writes is the measure.
 */
public final class WordsRule {

    /** Longest text, in characters. */
    public static final int LONGEST = 500;

    private static final Pattern NUMBER = Pattern.compile("\\d(?:[\\s-]?\\d){6,}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
    private static final int RUN = 12;
    private static final int SHORTEST = 6;

    private WordsRule() {}

    /** Whether it has a number as long as a telephone's, an identity card's or a case's. */
    public static boolean namesNumber(String text) {
        return NUMBER.matcher(text).find();
    }

    /** Whether it repeats a run of 12 characters of a note, or a short note as a whole; blanks and signs do not count. */
    public static boolean repeats(String text, Collection<String> notes) {
        int[] said = bare(text);
        return notes.stream().map(WordsRule::bare).anyMatch(note -> repeats(said, note));
    }

    private static boolean repeats(int[] said, int[] note) {
        int run = Math.min(RUN, note.length);
        if (run < SHORTEST) {
            return false;
        }
        Set<String> runs = new HashSet<>();
        for (int at = 0; at + run <= note.length; at++) {
            runs.add(new String(note, at, run));
        }
        for (int at = 0; at + run <= said.length; at++) {
            if (runs.contains(new String(said, at, run))) {
                return true;
            }
        }
        return false;
    }

    private static int[] bare(String text) {
        return BLANKS.matcher(text).replaceAll("").codePoints().toArray();
    }
}
