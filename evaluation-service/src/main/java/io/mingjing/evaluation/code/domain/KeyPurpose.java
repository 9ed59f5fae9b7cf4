package io.mingjing.evaluation.code.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a key that outlives a day is for, and what may be done to it while ratings go on. */
public enum KeyPurpose {
    /** MAC of visits' codes. */
    CODE("code", "办件评价码", Renewal.AT_ONCE, true),

    /** MAC of place codes, which hang printed on walls for years: a ring apart from that of the visits' codes. */
    POSTED("posted", "评价点码", Renewal.AT_ONCE, true),

    /** MAC of the one-time tickets of place codes. */
    TICKET("ticket", "一次性评价票", Renewal.AT_ONCE, true),

    /** Mark of the self-test's tokens. Revoked, its ratings on the way would count as real ones. */
    SELF_TEST("self-test", "自检标记", Renewal.AT_ONCE, false),

    /** Page secrets: a page that asks again must find its rating, so the key of a code's expiry day stays the same. */
    PAGE("page", "评价页凭据", Renewal.BY_DAY, false),

    /** Receipt codes and their hashes: a receipt is found by this key for as long as somebody keeps it. */
    RECEIPT("receipt", "回执", Renewal.NEVER, false),

    /** Seals what the mixer keeps beside its sums; each seal names its key. */
    LEAF("leaf", "公布单元封存", Renewal.AT_ONCE, false),

    /** Seed of the mixer's draw: a slot that is run again must draw the same. */
    DRAW("draw", "随机留存", Renewal.BY_DAY, false),

    /** Outer layer of contacts, and the hashes they wait under, by which a second one of the same receipt is known. */
    CONTACT("contact", "联系方式外层", Renewal.NEVER, false);

    /** When a new key takes over. */
    public enum Renewal {
        /** What is made names its key, or every key is tried: the new one makes what is new from now on. */
        AT_ONCE,
        /** The key is chosen by a day, so the new one takes over on a day nobody has asked for yet. */
        BY_DAY,
        /** Never. */
        NEVER
    }

    private final String word;
    private final String zh;
    private final Renewal renewal;
    private final boolean revocable;

    KeyPurpose(String word, String zh, Renewal renewal, boolean revocable) {
        this.word = word;
        this.zh = zh;
        this.renewal = renewal;
        this.revocable = revocable;
    }

    /** The word in the database and in addresses. */
    public String word() {
        return word;
    }

    public String zh() {
        return zh;
    }

    public Renewal renewal() {
        return renewal;
    }

    /**
     * Days until a new key serves, where it is chosen by day: for pages one more than the expiry day of tomorrow's codes
     * is ahead, for the draw until tomorrow's slot.
     */
    public int daysToTakeOver() {
        return switch (this) {
            case PAGE -> CodeLife.DAYS_AFTER_VISIT + 2;
            case DRAW -> 1;
            default -> 0;
        };
    }

    /** Whether a key may be revoked: what it made is refused from then on. */
    public boolean revocable() {
        return revocable;
    }

    /** Whether its keys sign codes that are handed out, with an algorithm of the city's choice. */
    public boolean signsCodes() {
        return this == CODE || this == POSTED || this == TICKET;
    }

    public static Optional<KeyPurpose> ofWord(String word) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.word.equals(word))
                .findFirst();
    }
}
