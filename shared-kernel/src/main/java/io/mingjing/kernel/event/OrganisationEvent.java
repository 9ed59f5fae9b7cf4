package io.mingjing.kernel.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Units and posts as task-service knows them; the topic is compacted, the newest record of a key is the truth. */
public sealed interface OrganisationEvent extends DomainEvent {

    /**
     * A unit (单位、科室) as it now is.
     *
     * @param kind {@code CITY}, {@code CITY_OFFICE}, {@code BUREAU}, {@code SECTION} or {@code INSTITUTION}
     * @param parent code of the unit above; null at the root
     */
    record UnitRecorded(
            String code, String name, String kind, @Nullable String parent, boolean active)
            implements OrganisationEvent {

        @Override
        public String aggregateId() {
            return "unit:" + code;
        }
    }

    /**
     * A post (岗位) as it is now held.
     *
     * @param postId stable id of the post, such as {@code section_head@GY-KJJ-ZGK}
     * @param role role of the post, see kernel.http.Role
     * @param holderSubject OIDC subject of the holder; null while vacant
     * @param from first day of the holder
     */
    record PostRecorded(
            String postId,
            String role,
            String unit,
            @Nullable String holderSubject,
            @Nullable String holderName,
            @Nullable String email,
            @Nullable LocalDate from)
            implements OrganisationEvent {

        @Override
        public String aggregateId() {
            return "post:" + postId;
        }
    }
}
