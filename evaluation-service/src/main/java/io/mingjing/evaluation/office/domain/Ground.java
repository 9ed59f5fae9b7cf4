package io.mingjing.evaluation.office.domain;

/** Why ratings are found not valid after their leaf closed. A refused one stays as it was. */
public enum Ground {
    /** From a test that was not marked as one (测试). */
    TEST("测试评价", "from a test"),
    /** Made up, or by somebody who passed for another (虚假、假冒). */
    FRAUD("虚假或假冒他人", "made up"),
    /** Of a time that the source does not cover (超出评价时段). */
    OUTSIDE_WINDOW("超出评价时段", "outside the time of rating");

    private final String zh;
    private final String en;

    Ground(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
