package io.mingjing.evaluation.place.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A window (窗口) in a hall, with the units that owned it one after the other. */
@Entity
@Table(name = "service_window")
public class ServiceWindow {

    @Id
    private String code;

    private int number;
    private String name;
    private String hall;
    private boolean feed;

    @Column(name = "shows_card")
    private boolean showsCard;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "window_owner", joinColumns = @JoinColumn(name = "window_code"))
    private Set<Owner> owners = new LinkedHashSet<>();

    @Version
    @Column(name = "version")
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ServiceWindow() {}

    /**
     * @param code official code; it never changes
     * @param number what visit codes carry instead of the code
     * @param feed whether a system of its own (queue, approval) confirms visits, independent of the clerk
     */
    public ServiceWindow(String code, int number, String name, String hall, boolean feed, String owner) {
        this.code = code;
        this.number = number;
        this.name = name;
        this.hall = hall;
        this.feed = feed;
        this.owners.add(new Owner(Owners.EVER_SINCE, owner));
    }

    public void describe(String newName, String newHall, boolean newFeed) {
        this.name = newName;
        this.hall = newHall;
        this.feed = newFeed;
    }

    /** Whether its bureau wishes the card (亮牌, R-017) of its staff on the rating page. */
    public void showCard(boolean wished) {
        this.showsCard = wished;
    }

    /** Passes to another owner from a day on; what was planned for that day or later is replaced. */
    public void passTo(String unit, LocalDate fromDay) {
        Owners.pass(owners, unit, fromDay);
    }

    /** The newest owner, even where its first day is still to come. */
    public String lastOwner() {
        return owners().getLast().unit();
    }

    /** Oldest first. */
    public List<Owner> owners() {
        return Owners.oldestFirst(owners);
    }

    public String code() {
        return code;
    }

    public int number() {
        return number;
    }

    public String name() {
        return name;
    }

    public String hall() {
        return hall;
    }

    public boolean feed() {
        return feed;
    }

    public boolean showsCard() {
        return showsCard;
    }
}
