package io.mingjing.evaluation.place.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Windows and matters at one moment, as ratings and visits need them: found without a question to the database. */
public final class Catalogue {

    /**
     * A window.
     *
     * @param hall name of its hall
     * @param feed whether an independent feed confirms its visits
     * @param owners by first day, oldest first
     */
    public record Window(String code, int number, String name, String hall, boolean feed, List<Owner> owners) {

        public Window {
            owners = List.copyOf(owners);
        }

        /** The unit that owned it on a day. */
        public String ownerOn(LocalDate day) {
            return owners.stream()
                    .filter(owner -> !owner.fromDay().isAfter(day))
                    .reduce((earlier, later) -> later)
                    .orElse(owners.getFirst())
                    .unit();
        }
    }

    /** A matter. */
    public record Item(String code, int number, String name) {}

    private final Map<String, Window> windows;
    private final Map<Integer, Window> windowsByNumber;
    private final Map<String, Item> matters;
    private final Map<Integer, Item> mattersByNumber;

    public Catalogue(Collection<Window> windows, Collection<Item> matters) {
        this.windows = windows.stream().collect(Collectors.toMap(Window::code, Function.identity()));
        this.windowsByNumber = windows.stream().collect(Collectors.toMap(Window::number, Function.identity()));
        this.matters = matters.stream().collect(Collectors.toMap(Item::code, Function.identity()));
        this.mattersByNumber = matters.stream().collect(Collectors.toMap(Item::number, Function.identity()));
    }

    public Collection<Window> windows() {
        return windows.values();
    }

    public Collection<Item> matters() {
        return matters.values();
    }

    public Optional<Window> window(String code) {
        return Optional.ofNullable(windows.get(code));
    }

    public Optional<Window> window(int number) {
        return Optional.ofNullable(windowsByNumber.get(number));
    }

    public Optional<Item> matter(String code) {
        return Optional.ofNullable(matters.get(code));
    }

    public Optional<Item> matter(int number) {
        return Optional.ofNullable(mattersByNumber.get(number));
    }
}
