package io.mingjing.evaluation.attack;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.OpenToAll;
import io.mingjing.kernel.http.Role;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every operation of the service, found by its annotations, with the roles of the rated side that it admits. */
record RatedOperations(String method, String path, boolean open, Set<Role> rated, Set<Role> citysRoles) {

    /** Roles of the city side: at a bureau they belong to the rated side, and read nothing that the bureau may not. */
    private static final Set<Role> CITY_SIDE = EnumSet.of(
            Role.OPERATIONS, Role.OVERSIGHT, Role.DISCIPLINE, Role.CITY_OFFICE, Role.INTEGRATION, Role.NOTICES);

    private static final Set<Role> RATED_SIDE = EnumSet.of(
            Role.CLERK,
            Role.SECTION,
            Role.SECTION_HEAD,
            Role.LIAISON,
            Role.COORDINATOR,
            Role.LEADER_IN_CHARGE,
            Role.PRINCIPAL_LEADER,
            Role.UNIT_ADMIN);

    /** Reading all classes takes seconds; while a service runs it gets no new ones. */
    private static final List<RatedOperations> ALL = imported();

    static List<RatedOperations> all() {
        return ALL;
    }

    private static List<RatedOperations> imported() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.mingjing.evaluation", "io.mingjing.kernel")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(resource ->
                                Arrays.stream(resource.getMethods()).flatMap(method -> of(resource, method).stream()))
                        .distinct()
                        .sorted((one, other) -> one.name().compareTo(other.name()))
                        .toList();
    }

    private static Optional<RatedOperations> of(Class<?> resource, Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .map(verb -> new RatedOperations(
                        verb.value(),
                        path(resource.getAnnotation(Path.class), method.getAnnotation(Path.class)),
                        method.isAnnotationPresent(OpenToAll.class),
                        admitted(RATED_SIDE, AllowedTo.Rule.at(method)),
                        admitted(CITY_SIDE, AllowedTo.Rule.at(method))));
    }

    private static String path(Path of, Path below) {
        String path = "/" + of.value() + "/" + (below == null ? "" : below.value());
        return path.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    private static Set<Role> admitted(Set<Role> side, Optional<AllowedTo> rule) {
        if (rule.isEmpty()) {
            return Set.of();
        }
        AllowedTo allowed = rule.get();
        Set<Role> roles = EnumSet.copyOf(side);
        if (!allowed.anyPost()) {
            roles.retainAll(Arrays.asList(allowed.value()));
        }
        return roles;
    }

    String name() {
        return method + " " + path;
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean admitsTheRatedSide() {
        return open || !rated.isEmpty();
    }
}
