package io.mingjing.evaluation.survey.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A survey (测评) that somebody outside carries out and whose answers are imported. */
@Entity
@Table(name = "survey")
public class Survey {

    /** Days after its last one within which answers may still be imported. */
    public static final int IMPORT_DAYS = 30;

    @Id
    private String code;

    private String name;

    @Enumerated(EnumType.STRING)
    private SurveyKind kind;

    private String importer;

    @Column(name = "from_day")
    private LocalDate fromDay;

    @Column(name = "to_day")
    private LocalDate toDay;

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Survey() {}

    /**
     * @param code official code; it never changes
     * @param importer OIDC subject of the system that alone may import its answers
     * @param fromDay first day on which was asked
     * @param toDay last day on which was asked
     */
    public Survey(String code, String name, SurveyKind kind, String importer, LocalDate fromDay, LocalDate toDay) {
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.importer = importer;
        this.fromDay = fromDay;
        this.toDay = toDay;
    }

    /** Names it anew. Kind and span stay: they are what its answers were judged and keyed by. */
    public void describe(String newName, String newImporter) {
        this.name = newName;
        this.importer = newImporter;
    }

    /** Whether a day is one of those on which was asked. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(fromDay) && !day.isAfter(toDay);
    }

    /** Whether a day can be one of this survey's at all: what lies further off is a mistake and shown to nobody. */
    public boolean isNear(LocalDate day) {
        return !day.isBefore(fromDay.minusDays(IMPORT_DAYS)) && !day.isAfter(toDay.plusDays(IMPORT_DAYS));
    }

    /** Last day on which answers are taken; also the day whose keys seal them, the same for every import of an answer. */
    public LocalDate lastImportDay() {
        return toDay.plusDays(IMPORT_DAYS);
    }

    public boolean isLike(SurveyKind otherKind, LocalDate otherFrom, LocalDate otherTo) {
        return kind == otherKind && fromDay.equals(otherFrom) && toDay.equals(otherTo);
    }

    public boolean mayBeImportedBy(String subject) {
        return importer.equals(subject);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public SurveyKind kind() {
        return kind;
    }

    public String importer() {
        return importer;
    }

    public LocalDate fromDay() {
        return fromDay;
    }

    public LocalDate toDay() {
        return toDay;
    }
}
