package io.mingjing.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Posts come from the claim alone, and reach their unit and what lies under it. */
class SignedInActorTest {

    private static final UnitTree UNDER_BUREAU =
            (upper, unit) -> upper.equals(unit) || (upper.equals("GY-KJJ") && unit.startsWith("GY-KJJ-"));

    @Test
    void aPostReachesItsUnitAndWhatLiesUnderIt() {
        Actor actor = actor("coordinator@GY-KJJ", "section@GY-KJJ-CGK");

        assertThat(actor.postFor("GY-KJJ-ZGK", Role.COORDINATOR)).hasToString("coordinator@GY-KJJ");
        assertThat(actor.may("GY-KJJ-CGK", Role.SECTION)).isTrue();
        assertThat(actor.may("GY-KJJ-ZGK", Role.SECTION)).isFalse();
        assertThat(actor.may("GY-YSB", Role.COORDINATOR)).isFalse();
    }

    @Test
    void theFirstRoleAskedForIsTheOneTheActIsDoneUnder() {
        Actor actor = actor("section@GY-KJJ-CGK", "coordinator@GY-KJJ");

        assertThat(actor.postFor("GY-KJJ-CGK", Role.COORDINATOR, Role.SECTION).role())
                .isEqualTo(Role.COORDINATOR);
    }

    @Test
    void withoutAPostTheActIsForbidden() {
        assertThatThrownBy(() -> actor("clerk@GY-KJJ-CGK").postFor("GY-KJJ-CGK", Role.SECTION))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                        .isEqualTo(CommonProblem.FORBIDDEN));
    }

    @Test
    void wordsThatNameNoRoleGiveNothing() {
        assertThat(actor("emperor@GY", "coordinator", "@GY", "coordinator@").posts())
                .isEmpty();
    }

    private static Actor actor(String... posts) {
        var actor = new SignedInActor(UNDER_BUREAU);
        actor.become(QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("s1"))
                .addAttribute("mingjing_posts", List.of(posts))
                .build());
        return actor;
    }
}
