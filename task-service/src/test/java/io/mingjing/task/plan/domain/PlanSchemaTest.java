package io.mingjing.task.plan.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schema of a plan and the record that reads one name the same fields. */
class PlanSchemaTest {

    private static JsonNode schema;

    @BeforeAll
    static void read() throws Exception {
        schema = new ObjectMapper()
                .readTree(Path.of("..", "docs", "plan.schema.json").toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "'', PlanDocument",
        "/properties/round, RoundPart",
        "/properties/release, ReleasePart",
        "/properties/basis/items, BasisPart",
        "/properties/narrative/items, NarrativePart",
        "/properties/leadingGroup, GroupPart",
        "/$defs/level, LevelPart",
        "/$defs/task, TaskPart",
        "/$defs/measure, MeasurePart",
        "/$defs/units, UnitsPart",
        "/$defs/deadline, DeadlinePart",
        "/$defs/doneBefore, DonePart",
        "/$defs/evidence, EvidencePart"
    })
    void fieldsAgree(String pointer, String type) throws Exception {
        String name = type.equals("PlanDocument") ? "" : "$" + type;
        Class<?> part = Class.forName(PlanDocument.class.getName() + name);

        assertThat(named(schema.at(pointer)))
                .isEqualTo(Arrays.stream(part.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyPartOfTheRecordIsInTheTable() {
        assertThat(PlanDocument.class.getRecordComponents()).hasSize(9);
        assertThat(PlanDocument.class.getDeclaredClasses()).hasSize(12);
    }

    /** Fields of an object, those of its alternatives included. */
    private static Set<String> named(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.path("properties").fieldNames().forEachRemaining(names::add);
        object.path("oneOf").forEach(each -> names.addAll(named(each)));
        return names;
    }
}
