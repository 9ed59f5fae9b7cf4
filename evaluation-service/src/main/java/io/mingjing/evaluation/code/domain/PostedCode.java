package io.mingjing.evaluation.code.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place code (评价点码) that hangs somewhere: printed, the same for everybody who passes, hence of lower trust than a
 * visit's code. Once withdrawn or damaged it takes no rating, and what ended it stays on record.
 */
@Entity
@Table(name = "posted_code")
public class PostedCode {

    @Id
    private UUID id;

    private int number;

    @Enumerated(EnumType.STRING)
    private PostedKind kind;

    private String place;

    @Column(name = "owner_unit")
    private String ownerUnit;

    private @Nullable String position;

    @Column(name = "posted_day")
    private LocalDate postedDay;

    @Enumerated(EnumType.STRING)
    private PostedState state;

    @Column(name = "ended_day")
    private @Nullable LocalDate endedDay;

    private @Nullable String reason;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PostedCode() {}

    /**
     * @param number what the printed text carries: random, 1 or more
     * @param place code of the window or rating point
     * @param ownerUnit unit that owned the place when the code was posted
     * @param position where exactly it hangs, in words
     * @param postedDay civil day, Asia/Shanghai
     */
    public PostedCode(
            UUID id,
            int number,
            PostedKind kind,
            String place,
            String ownerUnit,
            @Nullable String position,
            LocalDate postedDay) {
        this.id = id;
        this.number = number;
        this.kind = kind;
        this.place = place;
        this.ownerUnit = ownerUnit;
        this.position = position;
        this.postedDay = postedDay;
        this.state = PostedState.ACTIVE;
    }

    /** Whether it may go to a state: an active one to either end, a damaged one may still be withdrawn. */
    public boolean mayEndAs(PostedState end) {
        return switch (state) {
            case ACTIVE -> end != PostedState.ACTIVE;
            case DAMAGED -> end == PostedState.WITHDRAWN;
            case WITHDRAWN -> false;
        };
    }

    /** Takes no rating from now on; {@link #mayEndAs} says whether it may. */
    public void end(PostedState end, String why, LocalDate day) {
        if (!mayEndAs(end)) {
            throw new IllegalStateException("posted code " + id + " is " + state + " and cannot become " + end);
        }
        this.state = end;
        this.reason = why;
        this.endedDay = day;
    }

    public boolean isActive() {
        return state == PostedState.ACTIVE;
    }

    public UUID id() {
        return id;
    }

    public int number() {
        return number;
    }

    public PostedKind kind() {
        return kind;
    }

    public String place() {
        return place;
    }

    public String ownerUnit() {
        return ownerUnit;
    }

    public @Nullable String position() {
        return position;
    }

    public LocalDate postedDay() {
        return postedDay;
    }

    public PostedState state() {
        return state;
    }

    public @Nullable LocalDate endedDay() {
        return endedDay;
    }

    public @Nullable String reason() {
        return reason;
    }
}
