package io.mingjing.notification.recipient.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns offices into the persons who hold them on a day. An office that nobody holds is heard by the post above it, the
 * leading group's office (领导小组办公室) of the bureau or, at last, the city office: a notice is never lost to a vacancy.
 *
 * <p>Within one unit the persons of a section stand for each other: where the head's post is vacant and a member is
 * there, the section is reached. A leader is reached by nobody else.
 */
public final class Succession {

    private static final String COORDINATOR = "coordinator";
    private static final String LEADER_IN_CHARGE = "leader_in_charge";
    private static final String PRINCIPAL_LEADER = "principal_leader";
    private static final String CITY_OFFICE = "city_office";

    private static final Set<String> SECTION_ROLES =
            Set.of("clerk", "section", "section_head", "liaison", "unit_admin");

    private final Directory directory;
    private final LocalDate day;

    public Succession(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /**
     * The persons of some offices.
     *
     * @param people each person once, in the order of the offices
     * @param unreached offices that nobody holds and nobody stands in for, or whose unit has not been heard of yet
     */
    public record Reached(List<Addressee> people, List<Office> unreached) {

        public Reached {
            people = List.copyOf(people);
            unreached = List.copyOf(unreached);
        }
    }

    private record Circle(String unit, String tier) {}

    /** Who hears when these offices are meant. */
    public Reached reach(List<Office> offices) {
        Map<Circle, List<Office>> circles = new LinkedHashMap<>();
        offices.stream().distinct().forEach(office -> circles.computeIfAbsent(
                        new Circle(office.unit(), tierOf(office.role())), unused -> new ArrayList<>())
                .add(office));
        Map<String, Addressee> people = new LinkedHashMap<>();
        List<Office> unreached = new ArrayList<>();
        for (List<Office> circle : circles.values()) {
            List<Addressee> found = peopleOf(circle);
            found.forEach(one -> people.merge(one.holder().subject(), one, Succession::inOwnRight));
            if (found.isEmpty()) {
                unreached.addAll(circle);
            }
        }
        return new Reached(List.copyOf(people.values()), unreached);
    }

    private List<Addressee> peopleOf(List<Office> circle) {
        Office first = circle.getFirst();
        List<String> upwards = directory.upwards(first.unit());
        if (upwards.isEmpty()) {
            return List.of();
        }
        if (upwards.getFirst().equals(first.unit())) {
            List<Addressee> own = circle.stream()
                    .flatMap(office -> directory.holders(office, day).stream())
                    .map(holder -> new Addressee(holder, null))
                    .toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        String vacant = directory.nameOf(first.unit()) + RoleWords.of(first.role());
        return successors(first, upwards)
                .map(office -> directory.holders(office, day))
                .filter(holders -> !holders.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(holder -> new Addressee(holder, vacant))
                .toList();
    }

    private Stream<Office> successors(Office vacant, List<String> upwards) {
        Stream<Office> inTheLine = upwards.stream()
                .flatMap(unit -> rolesAfter(vacant.role()).stream().map(role -> new Office(role, unit)));
        Stream<Office> atTheCity =
                directory.cityOfficesUnder(upwards).stream().map(unit -> new Office(CITY_OFFICE, unit));
        return Stream.concat(inTheLine, atTheCity);
    }

    private static List<String> rolesAfter(String role) {
        return switch (role) {
            case LEADER_IN_CHARGE -> List.of(PRINCIPAL_LEADER, COORDINATOR);
            case PRINCIPAL_LEADER -> List.of(COORDINATOR, LEADER_IN_CHARGE);
            case COORDINATOR -> List.of(LEADER_IN_CHARGE, PRINCIPAL_LEADER);
            default -> List.of(COORDINATOR, LEADER_IN_CHARGE, PRINCIPAL_LEADER);
        };
    }

    private static String tierOf(String role) {
        return SECTION_ROLES.contains(role) ? "section" : role;
    }

    private static Addressee inOwnRight(Addressee before, Addressee now) {
        return before.insteadOf() != null && now.insteadOf() == null ? now : before;
    }
}
