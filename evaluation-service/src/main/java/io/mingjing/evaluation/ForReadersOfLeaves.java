package io.mingjing.evaluation;

import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For everybody who reads what is published of closed leaves: the rated side, the city office and oversight. */
@AllowedTo({
    Role.CLERK,
    Role.SECTION,
    Role.SECTION_HEAD,
    Role.LIAISON,
    Role.COORDINATOR,
    Role.LEADER_IN_CHARGE,
    Role.PRINCIPAL_LEADER,
    Role.UNIT_ADMIN,
    Role.CITY_OFFICE,
    Role.OVERSIGHT
})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ForReadersOfLeaves {}
