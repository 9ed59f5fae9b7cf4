package io.mingjing.kernel.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The roles that may call an operation (API or page). Every resource method carries this or {@link OpenToAll}; one that
 * carries neither answers 403 to everybody. The scope of the unit is the use case's to check ({@link Actor#postFor}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AllowedTo {

    Role[] value() default {};

    /** Everybody who holds some post, whatever it is. */
    boolean anyPost() default false;
}
