package io.mingjing.notification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mingjing.kernel.house.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house rules on this service; the list is the declared order of its aggregates. */
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.mingjing.notification");

    @Test
    void theServiceKeepsTheHouseRules() {
        HouseRules.check(
                SERVICE, "io.mingjing.notification", List.of("home", "recipient", "notice", "delivery", "digest"));
    }
}
