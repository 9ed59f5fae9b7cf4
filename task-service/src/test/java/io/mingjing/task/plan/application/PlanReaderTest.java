package io.mingjing.task.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.task.Guangyuan;
import io.mingjing.task.organisation.application.Units.Known;
import io.mingjing.task.organisation.domain.UnitKind;
import io.mingjing.task.plan.domain.PlanDocument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a plan is said by field, all of it; the real plan is the right one that each case spoils. */
class PlanReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Known BUREAU = new Known("GY-KJJ", "广元市科学技术局", UnitKind.BUREAU);
    private static final List<Known> SECTIONS = List.of(
            new Known("GY-KJJ-BGS", "办公室", UnitKind.SECTION),
            new Known("GY-KJJ-CGK", "成果科", UnitKind.SECTION),
            new Known("GY-KJJ-GXK", "高新科", UnitKind.SECTION),
            new Known("GY-KJJ-KSK", "科社科", UnitKind.SECTION),
            new Known("GY-KJJ-RSK", "人事科", UnitKind.SECTION),
            new Known("GY-KJJ-ZGK", "资管科", UnitKind.SECTION),
            new Known("GY-KJJ-SY1", "直属事业单位（演示）", UnitKind.INSTITUTION));

    @Test
    void theRealPlanIsRight() throws Exception {
        PlanReading reading = read(JSON.readTree(Guangyuan.plan()));

        assertThat(reading).isInstanceOf(PlanReading.Right.class);
        PlanReading.Right right = (PlanReading.Right) reading;
        assertThat(right.items()).hasSize(6);
        assertThat(right.items().get(1).leads()).containsExactly("GY-KJJ-CGK", "GY-KJJ-ZGK");
        assertThat(right.items().get(1).responsible()).containsExactly("ALL_SECTIONS", "ALL_INSTITUTIONS");
        assertThat(right.content().basis())
                .extracting("issuer", "year", "serial")
                .containsExactly(tuple("广委办", 2022, 27), tuple("广营商办", 2024, 3));
    }

    /** Where (a JSON pointer), what is put there, and the field that the answer names; {@code -} removes it. */
    @ParameterizedTest(name = "{0} := {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/title                          | -                      | title",
                "/title                          | \"   \"                | title",
                "/round/year                     | 1899                   | round.year",
                "/round/ordinal                  | 0                      | round.ordinal",
                "/release/day                    | \"2024-02-30\"         | release.day",
                "/release/day                    | \"2031-01-01\"         | release.day",
                "/basis/0/number                 | \"第27号\"              | basis[0].number",
                "/basis/1/title                  | -                      | basis[1].title",
                "/narrative/0/text               | null                   | narrative[0].text",
                "/leadingGroup/levels/0/level    | \"BOSS\"               | leadingGroup.levels[0].level",
                "/leadingGroup/levels            | []                     | leadingGroup.levels",
                "/tasks                          | []                     | tasks",
                "/tasks/1                        | null                   | tasks[1]",
                "/tasks/1/number                 | 1                      | tasks[1].number",
                "/tasks/1/title                  | -                      | tasks[1].title",
                "/tasks/1/measures               | -                      | tasks[1].measures",
                "/tasks/1/measures/1/number      | \"2.1\"                | tasks[1].measures[1].number",
                "/tasks/1/measures/1/actions     | []                     | tasks[1].measures[1].actions",
                "/tasks/1/leads/words            | \"成果科,资源科\"         | tasks[1].leads.words",
                "/tasks/1/leads/words            | \"各科室\"               | tasks[1].leads.words",
                "/tasks/1/leads/words            | \"成果科、成果科\"        | tasks[1].leads.words",
                "/tasks/1/responsible/words      | \"各科室、外局\"          | tasks[1].responsible.words",
                "/tasks/1/deadline               | -                      | tasks[1].deadline",
                "/tasks/1/deadline/kind          | \"SOON\"               | tasks[1].deadline.kind",
                "/tasks/1/deadline/date          | \"2024-02-05\"         | tasks[1].deadline.date",
                "/tasks/0/deadline/date          | \"2024-2-5\"           | tasks[0].deadline.date",
                "/tasks/0/deadline/days          | 3                      | tasks[0].deadline.days",
                "/tasks/0/deadline/kind          | \"WORKING_DAYS\"       | tasks[0].deadline.days",
                "/tasks/0/doneBefore             | {\"date\":\"2024-02-05\"} | tasks[0].doneBefore.evidence"
            })
    void eachSpoiltFieldIsNamed(String pointer, String value, String field) throws Exception {
        JsonNode plan = JSON.readTree(Guangyuan.plan());
        spoil(plan, pointer, value);

        assertThat(violations(plan)).extracting(Violation::field).contains(field);
    }

    @Test
    void everythingWrongIsSaidAtOnce() throws Exception {
        JsonNode plan = JSON.readTree(Guangyuan.plan());
        spoil(plan, "/title", "-");
        spoil(plan, "/tasks/0/leads/words", "\"资源科\"");
        spoil(plan, "/tasks/5/deadline/kind", "\"SOON\"");

        assertThat(violations(plan))
                .extracting(Violation::field)
                .containsExactly("title", "tasks[0].leads.words", "tasks[5].deadline.kind");
    }

    @Test
    void anUnknownUnitIsNamedWithWhatWouldBeRight() throws Exception {
        JsonNode plan = JSON.readTree(Guangyuan.plan());
        spoil(plan, "/tasks/0/leads/words", "\"资源科\"");

        assertThat(violations(plan).getFirst().zh()).contains("资源科").contains("资管科（GY-KJJ-ZGK）");
    }

    @Test
    void evidenceOfEarlierWorkCoversEveryMeasure() throws Exception {
        JsonNode plan = JSON.readTree(Guangyuan.plan());
        spoil(plan, "/tasks/0/doneBefore", """
                {"date": "2024-02-05", "evidence": [
                  {"measure": "1.1", "name": "会议纪要（演示）", "kind": "MINUTES", "date": "2024-02-02", "text": "演示"}]}""");

        assertThat(violations(plan))
                .extracting(Violation::zh)
                .containsExactly("措施 1.2 没有佐证材料", "措施 1.3 没有佐证材料", "措施 1.4 没有佐证材料");
    }

    private static void spoil(JsonNode plan, String pointer, String value) throws Exception {
        int cut = pointer.strip().lastIndexOf('/');
        JsonNode parent = plan.at(pointer.substring(0, cut));
        String name = pointer.strip().substring(cut + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), JSON.readTree(value));
        } else if ("-".equals(value)) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, JSON.readTree(value));
        }
    }

    private static List<Violation> violations(JsonNode plan) throws Exception {
        PlanReading reading = read(plan);
        assertThat(reading).isInstanceOf(PlanReading.Wrong.class);
        return ((PlanReading.Wrong) reading).violations().found();
    }

    private static PlanReading read(JsonNode plan) throws Exception {
        return new PlanReader(new UnitWords(BUREAU, SECTIONS), new DeadlineReader(true), LocalDate.of(2026, 3, 19))
                .read(JSON.treeToValue(plan, PlanDocument.class));
    }
}
