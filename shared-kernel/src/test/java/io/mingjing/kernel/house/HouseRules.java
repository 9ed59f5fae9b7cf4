package io.mingjing.kernel.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.FailureReport;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a service's classes may lean on each other, written once and run by each service's ArchitectureTest: aggregates
 * first, then role packages, api/web/events/jobs → application → persistence, channel → domain. {@link #check} refuses to
 * pass over an empty house, and HouseRulesTest shows that each rule can fail.
 */
public final class HouseRules {

    private static final Set<String> ROLES =
            Set.of("api", "web", "events", "jobs", "application", "persistence", "channel", "domain");

    private static final Pattern PLACE = Pattern.compile("io\\.mingjing\\.[a-z]+(?:\\.([a-z]+)(?:\\.([a-z]+))?)?");

    private static final DescribedPredicate<JavaClass> CONTRACT_TYPES =
            resideInAPackage("io.mingjing.kernel.event..").as("event types of the contract");

    private static final DescribedPredicate<JavaAccess<?>> READING_A_CLOCK =
            describe("a clock or a random id that was not injected", access -> {
                JavaClass owner = access.getTargetOwner();
                boolean clock = access.getName().equals("now")
                        && List.of(
                                        Instant.class,
                                        LocalDate.class,
                                        LocalDateTime.class,
                                        LocalTime.class,
                                        OffsetDateTime.class,
                                        ZonedDateTime.class,
                                        Year.class)
                                .stream()
                                .anyMatch(owner::isEquivalentTo);
                boolean system =
                        owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis");
                boolean ownClock =
                        owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system");
                boolean randomId =
                        owner.isEquivalentTo(UUID.class) && access.getName().equals("randomUUID");
                return clock || system || ownClock || randomId;
            });

    /** Rules that name no aggregate, by what they say. */
    static final Map<String, ArchRule> RULES = Map.ofEntries(
            Map.entry(
                    "the domain is plain",
                    classes()
                            .that()
                            .resideInAPackage("..domain..")
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(
                                            "java..",
                                            "javax.crypto..",
                                            "jakarta.persistence..",
                                            "jakarta.validation..",
                                            "org.jspecify..",
                                            "io.mingjing.kernel.calendar..",
                                            "io.mingjing.kernel.time..",
                                            "io.mingjing..domain..")
                                    .or(describe(
                                            "a role or a post",
                                            type -> type.getName().equals("io.mingjing.kernel.http.Role")
                                                    || type.getName().equals("io.mingjing.kernel.http.Post"))))),
            Map.entry(
                    "stores know only the domain",
                    noClasses()
                            .that()
                            .resideInAnyPackage("..persistence..", "..channel..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "io.mingjing..api..",
                                    "io.mingjing..web..",
                                    "io.mingjing..events..",
                                    "io.mingjing..jobs..",
                                    "io.mingjing..application..")),
            Map.entry(
                    "use cases know no edge",
                    noClasses()
                            .that()
                            .resideInAPackage("..application..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "io.mingjing..api..",
                                    "io.mingjing..web..",
                                    "io.mingjing..events..",
                                    "io.mingjing..jobs..")),
            Map.entry("edges do not know each other", edgesApart()),
            Map.entry(
                    "contract types stop at the border",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("..events..")
                            .and()
                            .haveSimpleNameNotEndingWith("Announcer")
                            .and()
                            .resideOutsideOfPackage("io.mingjing.kernel..")
                            .should()
                            .dependOnClassesThat(are(CONTRACT_TYPES))),
            Map.entry(
                    "transactions begin in use cases and listeners (methods)",
                    methods()
                            .that()
                            .areAnnotatedWith(Transactional.class)
                            .should()
                            .beDeclaredInClassesThat()
                            .resideInAnyPackage("..application..", "..events..")
                            .allowEmptyShould(true)),
            Map.entry(
                    "transactions begin in use cases and listeners (classes)",
                    classes()
                            .that()
                            .areAnnotatedWith(Transactional.class)
                            .should()
                            .resideInAnyPackage("..application..", "..events..")
                            .allowEmptyShould(true)),
            Map.entry("constructors inject", fields().should().notBeAnnotatedWith(Inject.class)),
            Map.entry("clocks and ids are injected", noClasses().should().accessTargetWhere(READING_A_CLOCK)));

    private HouseRules() {}

    /**
     * Checks a service.
     *
     * @param aggregates the service's aggregates in their declared order: each may lean on those before it
     */
    public static void check(JavaClasses service, String base, List<String> aggregates) {
        everyClassHasARoom(service, base, aggregates);
        Stream<ArchRule> cycles =
                Stream.of(slices().matching(base + ".(*)..").should().beFreeOfCycles());
        List<String> violations = Stream.of(RULES.values().stream(), cycles, order(base, aggregates))
                .flatMap(rules -> rules)
                .map(rule -> rule.evaluate(service).getFailureReport())
                .filter(report -> !report.isEmpty())
                .map(FailureReport::toString)
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n\n", violations));
        }
    }

    private static Stream<ArchRule> order(String base, List<String> aggregates) {
        Stream.Builder<ArchRule> rules = Stream.builder();
        for (int i = 0; i < aggregates.size() - 1; i++) {
            String[] later = aggregates.subList(i + 1, aggregates.size()).stream()
                    .map(name -> base + "." + name + "..")
                    .toArray(String[]::new);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(base + "." + aggregates.get(i) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .because("aggregates depend in one declared order"));
        }
        return rules.build();
    }

    private static ArchRule edgesApart() {
        DescribedPredicate<JavaClass> edges = resideInAnyPackage(
                "io.mingjing..api..", "io.mingjing..web..", "io.mingjing..events..", "io.mingjing..jobs..");
        return classes()
                .that(are(edges))
                .should()
                .onlyBeAccessed()
                .byClassesThat(describe("in the same room", accessor -> edges.test(accessor)))
                .andShould()
                .onlyHaveDependentClassesThat(describe("live in an edge", edges::test));
    }

    /** Anti-vacuity: a class outside the known rooms would escape every rule; an aggregate without classes is a typo. */
    static void everyClassHasARoom(JavaClasses service, String base, List<String> aggregates) {
        for (JavaClass type : service.that(not(are(describe("generated", HouseRules::generated))))) {
            Matcher place = PLACE.matcher(type.getPackageName());
            boolean known = place.matches();
            String aggregate = known ? Objects.requireNonNullElse(place.group(1), "") : "";
            String role = known ? Objects.requireNonNullElse(place.group(2), "") : "";
            boolean serviceWide = type.getPackageName().equals(base);
            boolean placed = aggregates.contains(aggregate)
                    && (ROLES.contains(role) || type.getSimpleName().equals("package-info"));
            if (!serviceWide && !placed) {
                throw new AssertionError(type.getName() + " lives in no known room: aggregate " + aggregate + ", role "
                        + role + "; aggregates are " + aggregates + ", roles " + ROLES);
            }
        }
        for (String aggregate : aggregates) {
            if (service.that(are(resideInAPackage(base + "." + aggregate + "..")))
                    .isEmpty()) {
                throw new AssertionError(
                        "The aggregate " + aggregate + " has no class: a rule about it checks nothing");
            }
        }
    }

    private static boolean generated(JavaClass type) {
        return type.getSimpleName().contains("_") || type.getName().contains("$$");
    }
}
