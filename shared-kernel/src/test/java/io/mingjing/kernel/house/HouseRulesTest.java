package io.mingjing.kernel.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail is no rule: each is shown a house in disorder (io.mingjing.disorder) and must refuse it. */
class HouseRulesTest {

    private static final JavaClasses DISORDER = new ClassFileImporter().importPackages("io.mingjing.disorder");

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleRefusesDisorder(String rule) {
        assertThat(HouseRules.RULES.get(rule).evaluate(DISORDER).hasViolation())
                .as(rule)
                .isTrue();
    }

    @Test
    void aClassOutsideTheKnownRoomsIsRefused() {
        assertThatThrownBy(() -> HouseRules.everyClassHasARoom(DISORDER, "io.mingjing.disorder", List.of("desk")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("lives in no known room");
    }

    @Test
    void anAggregateWithoutClassesIsRefused() {
        JavaClasses none = new ClassFileImporter().importPackages("io.mingjing.nowhere");

        assertThatThrownBy(() -> HouseRules.everyClassHasARoom(none, "io.mingjing.nowhere", List.of("ghost")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has no class");
    }

    @Test
    void aCycleOrAWrongOrderOfAggregatesIsRefused() {
        JavaClasses desk =
                new ClassFileImporter().importPackages("io.mingjing.disorder.desk.api", "io.mingjing.disorder.shelf");

        assertThatThrownBy(() -> HouseRules.check(desk, "io.mingjing.disorder", List.of("desk", "shelf")))
                .isInstanceOf(AssertionError.class);
    }

    static Stream<String> rules() {
        return HouseRules.RULES.keySet().stream().sorted();
    }
}
