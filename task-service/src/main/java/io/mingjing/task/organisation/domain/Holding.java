package io.mingjing.task.organisation.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One person's time in a post (岗位任职): post changes keep their history. */
@Entity
@Table(name = "post_holding")
public class Holding {

    /**
     * A person who holds a post.
     *
     * @param subject OIDC subject
     * @param email where notices go; null when the person has none
     */
    public record Holder(
            String subject, String name, @Nullable String email) {}

    @Id
    private UUID id;

    @Column(name = "post_id")
    private String postId;

    private String subject;
    private String name;
    private @Nullable String email;

    @Column(name = "from_day")
    private LocalDate fromDay;

    @Column(name = "until_day")
    private @Nullable LocalDate untilDay;

    @SuppressWarnings("NullAway.Init")
    protected Holding() {}

    /** A person takes a post on a day. */
    public static Holding begun(UUID id, String postId, Holder holder, LocalDate from) {
        Holding holding = new Holding();
        holding.id = id;
        holding.postId = postId;
        holding.subject = holder.subject();
        holding.fromDay = from;
        holding.correct(holder);
        return holding;
    }

    /** Takes over a new name or address of the same person. */
    public void correct(Holder holder) {
        name = holder.name();
        email = holder.email();
    }

    /** The person leaves the post. */
    public void endedOn(LocalDate lastDay) {
        untilDay = lastDay;
    }

    public boolean isOf(Holder person) {
        return subject.equals(person.subject());
    }

    public Holder holder() {
        return new Holder(subject, name, email);
    }

    public String postId() {
        return postId;
    }

    public LocalDate from() {
        return fromDay;
    }

    /** The last day; empty while the person holds the post. */
    public Optional<LocalDate> until() {
        return Optional.ofNullable(untilDay);
    }
}
