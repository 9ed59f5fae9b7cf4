package io.mingjing.benchmark.city;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What raters say: most are content, one in sixteen is not, and few write a word. The shares are made up; they come near
 * what cities publish of themselves.
 */
public final class Mood {

    /** Shares of the levels 1 to 5 in a thousand. */
    private static final int[] SHARES = {22, 40, 70, 188, 680};

    /** First reason code of the levels 1 to 5; the national list has eight for each (docs of the scale). */
    private static final int[] FIRST_REASON = {108, 207, 307, 406, 510};

    private static final int REASONS = 8;

    /** Ratings in a thousand with the rater's own words. */
    private static final int NOTES = 30;

    private static final List<String> WORDS =
            List.of("工作人员很耐心，一次就办好了（演示）", "排队时间偏长，希望多开一个窗口（演示）", "材料要求没有一次说清，跑了两趟（演示）", "流程清楚，指引到位（演示）");

    private Mood() {}

    static int level(SplittableRandom chance) {
        int drawn = chance.nextInt(1_000);
        int level = 1;
        while (drawn >= SHARES[level - 1]) {
            drawn -= SHARES[level - 1];
            level++;
        }
        return level;
    }

    /** A reason of a level; 0 for none. */
    static int reason(int level, SplittableRandom chance) {
        return chance.nextInt(4) == 0 ? 0 : FIRST_REASON[level - 1] + chance.nextInt(REASONS);
    }

    /** Number of a note; -1 for none. */
    static int note(SplittableRandom chance) {
        return chance.nextInt(1_000) < NOTES ? chance.nextInt(WORDS.size()) : -1;
    }

    static String words(int note) {
        return WORDS.get(note);
    }
}
