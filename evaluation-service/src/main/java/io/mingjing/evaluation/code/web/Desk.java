package io.mingjing.evaluation.code.web;

import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.place.domain.Catalogue;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clerk's desk as its template shows it.
 *
 * @param usual matters to choose from at once: the chosen ones and those of most visits lately
 * @param others further matters, all of them or those that were looked for
 * @param tooMany whether there are too many others to list, so that one has to look for them
 */
record Desk(
        List<Catalogue.Window> windows,
        String chosenWindow,
        List<Catalogue.Item> usual,
        List<Catalogue.Item> others,
        Set<String> chosenMatters,
        boolean tooMany,
        List<Visit> visits,
        Sent sent,
        List<String> faults) {

    private static final int LISTED = 40;

    /** What the clerk has entered so far. */
    record Sent(String window, List<String> matters, String number, String search) {

        static final Sent NOTHING = new Sent("", List.of(), "", "");
    }

    /**
     * @param all every matter there is
     * @param usual codes of the matters of most visits lately, most first
     */
    static Desk of(
            List<Catalogue.Window> windows,
            Collection<Catalogue.Item> all,
            List<String> usual,
            List<Visit> visits,
            Sent sent,
            List<String> faults) {
        Set<String> chosen = new LinkedHashSet<>(sent.matters());
        if (chosen.isEmpty() && faults.isEmpty()) {
            usual.stream().findFirst().ifPresent(chosen::add);
        }
        Set<String> near = new LinkedHashSet<>(chosen);
        near.addAll(usual);
        List<Catalogue.Item> far = all.stream()
                .filter(matter -> !near.contains(matter.code()))
                .sorted(Comparator.comparing(Catalogue.Item::code))
                .toList();
        boolean tooMany = far.size() > LISTED;
        return new Desk(
                windows,
                sent.window().isEmpty() && windows.size() == 1
                        ? windows.getFirst().code()
                        : sent.window(),
                near.stream()
                        .flatMap(code ->
                                all.stream().filter(matter -> matter.code().equals(code)))
                        .toList(),
                tooMany ? found(far, sent.search()).toList() : far,
                chosen,
                tooMany,
                visits,
                sent,
                faults);
    }

    private static Stream<Catalogue.Item> found(List<Catalogue.Item> matters, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? Stream.of()
                : matters.stream()
                        .filter(matter -> matter.name().toLowerCase(Locale.ROOT).contains(wanted)
                                || matter.code().toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(LISTED);
    }
}
