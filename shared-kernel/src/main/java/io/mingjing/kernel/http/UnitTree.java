package io.mingjing.kernel.http;

/** Each service's own view of which unit lies under which; decides how far a post reaches. */
public interface UnitTree {

    /** Whether {@code upper} is {@code unit} itself or lies above it. Unknown units are covered by nobody. */
    boolean covers(String upper, String unit);

    /** Whether the unit is the city itself or its office; only a post there acts for the whole city. False where unknown. */
    default boolean isCity(String unit) {
        return false;
    }

    /** What people call the unit; its code where the service does not know the name. */
    default String nameOf(String unit) {
        return unit;
    }
}
