package io.mingjing.evaluation.place.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Places and matters at one moment, as ratings and visits need them: found without a question to the database. */
public final class Catalogue {

    /**
     * A window (窗口).
     *
     * @param hallCode code of its hall
     * @param hall name of its hall
     * @param feed whether an independent feed confirms its visits
     * @param owners by first day, oldest first
     * @param showsCard whether its bureau wishes the card of its staff on the rating page
     * @param turns who staffs it, by first day, oldest first
     */
    public record Window(
            String code,
            int number,
            String name,
            String hallCode,
            String hall,
            boolean feed,
            List<Owner> owners,
            boolean showsCard,
            List<StaffTurn> turns)
            implements Spot {

        public Window {
            owners = List.copyOf(owners);
            turns = List.copyOf(turns);
        }

        /** One without staff. */
        public Window(
                String code, int number, String name, String hallCode, String hall, boolean feed, List<Owner> owners) {
            this(code, number, name, hallCode, hall, feed, owners, false, List.of());
        }

        @Override
        public SpotKind kind() {
            return SpotKind.WINDOW;
        }

        /** Who held it on a day, whether or not the card is shown; empty where nobody was assigned. */
        public Optional<StaffTurn> staffOn(LocalDate day) {
            return turns.stream()
                    .filter(turn -> !turn.fromDay().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .filter(turn -> turn.staff() != null);
        }

        /** The card (亮牌, R-017) to show for a visit of a day; empty where the bureau does not wish it. */
        public Optional<StaffTurn> cardOn(LocalDate day) {
            return showsCard ? staffOn(day) : Optional.empty();
        }
    }

    /**
     * A rating point (评价点): a place that is no window.
     *
     * @param hallCode code of the hall it is in; null where it is in none
     * @param hall name of the hall it is in; null where it is in none
     * @param owners by first day, oldest first
     */
    public record Point(
            String code,
            int number,
            SpotKind kind,
            String name,
            @Nullable String hallCode,
            @Nullable String hall,
            List<Owner> owners)
            implements Spot {

        public Point {
            owners = List.copyOf(owners);
        }
    }

    /**
     * A matter (事项).
     *
     * @param owners who answered for its procedure, by first day, oldest first; none where the window's owner does
     */
    public record Item(String code, int number, String name, List<Owner> owners) {

        public Item {
            owners = List.copyOf(owners);
        }

        /** One that names no owner. */
        public Item(String code, int number, String name) {
            this(code, number, name, List.of());
        }

        /** Code of the unit that answered for the procedure on a day; empty where that is the place's owner. */
        public Optional<String> ownerOn(LocalDate day) {
            return Owners.on(owners, day);
        }
    }

    /**
     * Who answers for a visit. At a comprehensive window (综合窗口, R-128) the two differ: the matters of many units are
     * received at the window of one.
     *
     * @param placeUnit owner of the place on the day: for how one was served
     * @param matterUnit owner of the matter on the day: for the procedure
     */
    public record Attribution(String placeUnit, String matterUnit) {

        public boolean shared() {
            return !placeUnit.equals(matterUnit);
        }
    }

    private final Map<String, Spot> spots;
    private final Map<Integer, Spot> spotsByNumber;
    private final Map<String, Item> matters;
    private final Map<Integer, Item> mattersByNumber;

    /** Windows and matters, without any point. */
    public Catalogue(Collection<Window> windows, Collection<Item> matters) {
        this(windows, List.of(), matters);
    }

    public Catalogue(Collection<Window> windows, Collection<Point> points, Collection<Item> matters) {
        List<Spot> all = Stream.<Spot>concat(windows.stream(), points.stream()).toList();
        this.spots = all.stream().collect(Collectors.toMap(Spot::code, Function.identity()));
        this.spotsByNumber = all.stream().collect(Collectors.toMap(Spot::number, Function.identity()));
        this.matters = matters.stream().collect(Collectors.toMap(Item::code, Function.identity()));
        this.mattersByNumber = matters.stream().collect(Collectors.toMap(Item::number, Function.identity()));
    }

    public Collection<Spot> spots() {
        return spots.values();
    }

    /** A place of whatever kind. */
    public Optional<Spot> spot(String code) {
        return Optional.ofNullable(spots.get(code));
    }

    /** A place of whatever kind, by what codes carry. */
    public Optional<Spot> spot(int number) {
        return Optional.ofNullable(spotsByNumber.get(number));
    }

    public Collection<Window> windows() {
        return only(Window.class);
    }

    public Optional<Window> window(String code) {
        return spot(code).filter(Window.class::isInstance).map(Window.class::cast);
    }

    public Optional<Window> window(int number) {
        return spot(number).filter(Window.class::isInstance).map(Window.class::cast);
    }

    public Collection<Point> points() {
        return only(Point.class);
    }

    public Optional<Point> point(String code) {
        return spot(code).filter(Point.class::isInstance).map(Point.class::cast);
    }

    public Collection<Item> matters() {
        return matters.values();
    }

    public Optional<Item> matter(String code) {
        return Optional.ofNullable(matters.get(code));
    }

    public Optional<Item> matter(int number) {
        return Optional.ofNullable(mattersByNumber.get(number));
    }

    /** Both units that answer for a matter at a place, as of a day; empty where either is not registered. */
    public Optional<Attribution> attribution(String place, String matter, LocalDate day) {
        return spot(place).flatMap(spot -> matter(matter).map(item -> {
            String placeUnit = spot.ownerOn(day);
            return new Attribution(placeUnit, item.ownerOn(day).orElse(placeUnit));
        }));
    }

    /** The card to show for a visit of a day at a window; empty where there is none or the bureau does not wish it. */
    public Optional<StaffTurn> cardOn(String window, LocalDate day) {
        return window(window).flatMap(known -> known.cardOn(day));
    }

    private <T extends Spot> List<T> only(Class<T> kind) {
        return spots.values().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
