package io.mingjing.benchmark.report;

import java.util.Locale;

/**
 * A goal and what was measured for it.
 *
 * @param most whether the goal is an upper bound
 */
public record Verdict(String what, double measured, String unit, double goal, boolean most) {

    public static Verdict atLeast(String what, double measured, String unit, double goal) {
        return new Verdict(what, measured, unit, goal, false);
    }

    public static Verdict atMost(String what, double measured, String unit, double goal) {
        return new Verdict(what, measured, unit, goal, true);
    }

    public boolean met() {
        return most ? measured <= goal : measured >= goal;
    }

    /** One line; what falls short is said to fall short. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%-58s %8.2f%s  goal 目标 %s %.2f%s  %s",
                what,
                measured,
                unit,
                most ? "≤" : "≥",
                goal,
                unit,
                met() ? "met 达到" : "FALLS SHORT 未达到");
    }
}
