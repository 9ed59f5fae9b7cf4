package io.mingjing.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the command was asked for.
 *
 * @param seconds of each stretch that is measured
 * @param warmUp seconds before the first of them
 * @param only parts of the comparison
 * @param ratings of the demo day
 * @param serviceJava further options of the service's Java machine, such as a flight recording
 */
record Options(
        int seconds,
        int rounds,
        int warmUp,
        Set<String> only,
        boolean demoDay,
        int ratings,
        long seed,
        List<String> serviceJava) {

    static final Set<String> PARTS = Set.of("ours", "pgbench", "plain", "latency");

    /** @throws IllegalArgumentException where a word is not known, with what is */
    static Options of(String[] words) {
        int seconds = 10;
        int rounds = 5;
        int warmUp = 40;
        Set<String> only = PARTS;
        boolean demoDay = false;
        int ratings = 1_000_000;
        long seed = 20_260_319;
        List<String> serviceJava = new ArrayList<>();
        for (int at = 0; at < words.length; at++) {
            switch (words[at]) {
                case "--seconds" -> seconds = number(words, ++at);
                case "--rounds" -> rounds = number(words, ++at);
                case "--warm-up" -> warmUp = number(words, ++at);
                case "--only" -> only = parts(word(words, ++at));
                case "--demo-day" -> demoDay = true;
                case "--ratings" -> ratings = number(words, ++at);
                case "--seed" -> seed = number(words, ++at);
                case "--service-java" ->
                    serviceJava.addAll(List.of(word(words, ++at).split(" ")));
                default -> throw new IllegalArgumentException("unknown option 未知选项: " + words[at]);
            }
        }
        return new Options(seconds, rounds, warmUp, only, demoDay, ratings, seed, List.copyOf(serviceJava));
    }

    boolean measures(String part) {
        return only.contains(part);
    }

    private static Set<String> parts(String list) {
        Set<String> parts = Set.copyOf(Arrays.asList(list.split(",")));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("--only takes " + String.join(",", PARTS) + ", not " + list);
        }
        return parts;
    }

    private static int number(String[] words, int at) {
        int number = Integer.parseInt(word(words, at));
        if (number < 1) {
            throw new IllegalArgumentException(words[at - 1] + " is at least 1");
        }
        return number;
    }

    private static String word(String[] words, int at) {
        if (at >= words.length) {
            throw new IllegalArgumentException(words[at - 1] + " needs a value 缺少取值");
        }
        return words[at];
    }
}
