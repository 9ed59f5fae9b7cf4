package io.mingjing.benchmark.plain;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rating in clear, one row, with a unique key over code and matter. Hibernate alone reads its fields. */
@Entity
@SuppressWarnings("UnusedVariable")
@Table(name = "plain_rating")
public class PlainRating extends PanacheEntityBase {

    @Id
    @SequenceGenerator(name = "plain_rating", sequenceName = "plain_rating_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plain_rating")
    private @Nullable Long id;

    private String code;
    private String matter;
    private int level;
    private List<String> reasons;
    private @Nullable String note;

    @Column(name = "rater_type")
    private @Nullable String raterType;

    @Column(name = "created_at")
    private Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PlainRating() {}

    PlainRating(
            String code,
            String matter,
            int level,
            List<String> reasons,
            @Nullable String note,
            @Nullable String raterType,
            Instant createdAt) {
        this.code = code;
        this.matter = matter;
        this.level = level;
        this.reasons = List.copyOf(reasons);
        this.note = note;
        this.raterType = raterType;
        this.createdAt = createdAt;
    }

    @Nullable
    Long id() {
        return id;
    }
}
