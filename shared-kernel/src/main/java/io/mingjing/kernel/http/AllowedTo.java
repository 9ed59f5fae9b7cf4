package io.mingjing.kernel.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles that may call an operation (API or page). Every resource method carries this or {@link OpenToAll}; one that
 * carries neither answers 403 to everybody. The scope of the unit is the use case's to check ({@link Actor#postFor}). Where
 * many operations are for the same people, it may stand on an annotation of the service's own instead.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface AllowedTo {

    Role[] value() default {};

    /** Everybody who holds some post, whatever it is. */
    boolean anyPost() default false;

    /** Finds what stands at a resource method, by itself or on one of its annotations. */
    final class Rule {

        private Rule() {}

        public static Optional<AllowedTo> at(Method method) {
            return Stream.concat(
                            Stream.ofNullable(method.getAnnotation(AllowedTo.class)),
                            Stream.of(method.getAnnotations())
                                    .map(one -> one.annotationType().getAnnotation(AllowedTo.class))
                                    .filter(Objects::nonNull))
                    .findFirst();
        }
    }
}
