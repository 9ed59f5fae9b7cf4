package io.mingjing.evaluation.place.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a matter may take, in working days (工作日); null where the catalogue does not say.
 *
 * @param statutory the law's limit (法定办结时限)
 * @param promised the unit's own, shorter one (承诺办结时限)
 */
@Embeddable
public record Limits(
        @Enumerated(EnumType.STRING) @Column(name = "handling") @Nullable
        Handling handling,

        @Column(name = "statutory_limit") @Nullable Integer statutory,

        @Column(name = "promised_limit") @Nullable Integer promised) {

    /** Nothing is known. */
    public static final Limits UNKNOWN = new Limits(null, null, null);

    /** What is done on the spot may still be counted as one working day. */
    private static final int ON_THE_SPOT = 1;

    /** What can be wrong with limits. */
    public enum Fault {
        /** The unit promises more time than the law gives. */
        PROMISED_OVER_STATUTORY(
                "promisedDays", "承诺时限不得超过法定时限", "the promised limit must not be longer than the statutory one"),
        /** An immediate matter with a promised limit of several days. */
        IMMEDIATE_WITH_DAYS(
                "promisedDays",
                "即办件当场办结，承诺时限最多 1 个工作日；需要数日的应为承诺件",
                "an immediate matter is done on the spot: at most 1 working day; one that takes days is PROMISED");

        private final String field;
        private final String zh;
        private final String en;

        Fault(String field, String zh, String en) {
            this.field = field;
            this.zh = zh;
            this.en = en;
        }

        /** Field of the request that is to be corrected. */
        public String field() {
            return field;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /** What contradicts itself, in the order of {@link Fault}; empty where nothing does. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (promised != null && statutory != null && promised > statutory) {
            faults.add(Fault.PROMISED_OVER_STATUTORY);
        }
        if (handling == Handling.IMMEDIATE && promised != null && promised > ON_THE_SPOT) {
            faults.add(Fault.IMMEDIATE_WITH_DAYS);
        }
        return List.copyOf(faults);
    }
}
