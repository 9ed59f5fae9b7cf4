package io.mingjing.kernel.http;

/** Each service's own view of which unit lies under which; decides how far a post reaches. */
public interface UnitTree {

    /** Whether {@code upper} is {@code unit} itself or lies above it. Unknown units are covered by nobody. */
    boolean covers(String upper, String unit);

    /** What people call the unit; its code where the service does not know the name. */
    default String nameOf(String unit) {
        return unit;
    }
}
