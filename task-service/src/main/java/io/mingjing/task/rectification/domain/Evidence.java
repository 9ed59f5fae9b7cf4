package io.mingjing.task.rectification.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A piece of evidence (佐证材料) for a measure, or for the whole task where no measure is named. It is only ever added. */
@Entity
public class Evidence {

    /** What a piece of evidence is. */
    public enum Kind {
        DOCUMENT("文件", "document"),
        MINUTES("会议纪要", "minutes"),
        PHOTO("照片", "photo"),
        PAGE("网页", "web page"),
        OTHER("其他", "other");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String en() {
            return en;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * The piece itself: it is found at the link, or it is the text.
     *
     * @param day the day the piece is of
     * @param link http or https address; null when there is text
     */
    public record Piece(
            String name,
            Kind kind,
            LocalDate day,
            @Nullable String link,
            @Nullable String text) {}

    @Id
    private UUID id;

    @Column(name = "task_id")
    private UUID taskId;

    private @Nullable String measure;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "of_day")
    private LocalDate day;

    private @Nullable String link;
    private @Nullable String text;

    @Column(name = "given_by")
    private String givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @SuppressWarnings("NullAway.Init")
    protected Evidence() {}

    /**
     * Evidence handed in.
     *
     * @param measure number of the measure; null for the whole task
     * @param giver name of who handed it in
     */
    public static Evidence given(
            UUID id, UUID taskId, @Nullable String measure, Piece piece, String giver, Instant at) {
        Evidence evidence = new Evidence();
        evidence.id = id;
        evidence.taskId = taskId;
        evidence.measure = measure;
        evidence.name = piece.name();
        evidence.kind = piece.kind();
        evidence.day = piece.day();
        evidence.link = piece.link();
        evidence.text = piece.text();
        evidence.givenBy = giver;
        evidence.givenAt = at;
        return evidence;
    }

    public UUID taskId() {
        return taskId;
    }

    public @Nullable String measure() {
        return measure;
    }

    public Piece piece() {
        return new Piece(name, kind, day, link, text);
    }

    public String givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
