package io.mingjing.evaluation.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Role;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reaches the city office's desk, discipline's and oversight's: nobody of the rated side. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class OfficeRightsTest {

    private static final String ID = UUID.randomUUID().toString();

    private static final List<String> OFFICE_READS = List.of(
            "/api/v1/noted-leaves",
            "/api/v1/noted-leaves/" + ID + "/notes",
            "/api/v1/noted-leaves/" + ID + "/paraphrases",
            "/api/v1/city-orders",
            "/api/v1/city-orders/" + ID,
            "/api/v1/coercions",
            "/api/v1/pending-ratings");

    private static final List<String> OVERSIGHT_TOO =
            List.of("/api/v1/corrections", "/api/v1/corrections/" + ID, "/api/v1/leaf-flags", "/api/v1/pending-flags");

    private static final List<String> DISCIPLINE_READS =
            List.of("/api/v1/integrity-matters", "/api/v1/integrity-matters/pending");

    private static final List<String> PAGES = List.of(
            "/evaluation/office",
            "/evaluation/office/notes",
            "/evaluation/office/notes/" + ID,
            "/evaluation/office/orders",
            "/evaluation/office/corrections",
            "/evaluation/office/coercions",
            "/evaluation/radar",
            "/evaluation/radar/pending",
            "/evaluation/integrity",
            "/evaluation/integrity?of=pending");

    private static final Map<String, Map<String, Object>> WRITES = Map.of(
            "/api/v1/noted-leaves/" + ID + "/paraphrases",
            Map.of("text", "有群众反映材料要求不清"),
            "/api/v1/paraphrases/" + ID + "/approval",
            Map.of(),
            "/api/v1/paraphrases/" + ID + "/withdrawal",
            Map.of(),
            "/api/v1/city-orders/" + ID + "/result",
            Map.of("result", "已办"),
            "/api/v1/corrections",
            Map.of("leaf", ID, "level", 1, "ratings", 1, "ground", "FRAUD", "why", "x"),
            "/api/v1/corrections/" + ID + "/confirmation",
            Map.of(),
            "/api/v1/corrections/" + ID + "/refusal",
            Map.of("why", "x"),
            "/api/v1/integrity-matters/" + ID + "/steps",
            Map.of("state", "TAKEN", "words", "x"));

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;

    OfficeRightsTest(MixingWorld world, OfficeWorld office, SuperUser database) {
        this.world = world;
        this.office = office;
        this.database = database;
    }

    @BeforeEach
    void begin() {
        office.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clerk@GY-KJJ-CGK",
                "section@GY-KJJ-CGK",
                "section_head@GY-KJJ-CGK",
                "liaison@GY-KJJ",
                "coordinator@GY-KJJ",
                "leader_in_charge@GY-KJJ",
                "principal_leader@GY-KJJ",
                "unit_admin@GY-KJJ",
                "unit_admin@GY",
                "operations@GY",
                "integration@GY",
                "city_office@GY-KJJ",
                "oversight@GY-KJJ",
                "discipline@GY-KJJ",
                "city_office@NOWHERE"
            })
    void theRatedSideAndOperationsReachNoneOfIt(String post) {
        Stream.of(OFFICE_READS, OVERSIGHT_TOO, DISCIPLINE_READS)
                .flatMap(List::stream)
                .forEach(path -> assertThat(OfficeWorld.as("某某", post).get(path).statusCode())
                        .as(post + " GET " + path)
                        .isEqualTo(403));
        WRITES.forEach((path, body) -> refused(post, path, body));
        PAGES.forEach(
                path -> assertThat(OfficeWorld.browser("某某", post).get(path).statusCode())
                        .as(post + " " + path)
                        .isEqualTo(403));
        assertThat(database.number("select count(*) from audit")).isZero();
    }

    @Test
    void theCitySideHasItsOwnPartOnly() {
        for (String path : OFFICE_READS) {
            status("oversight@GY", path, 403);
            status("discipline@GY", path, 403);
        }
        for (String path : DISCIPLINE_READS) {
            status(OfficeWorld.OFFICE, path, 403);
            status("discipline@GY", path, 200);
            status("oversight@GY", path, 200);
        }
        status("discipline@GY", "/api/v1/corrections", 403);
        status("discipline@GY", "/api/v1/pending-flags", 403);
        status("oversight@GY", "/api/v1/corrections", 200);
        status("oversight@GY", "/api/v1/pending-flags", 200);
        WRITES.forEach((path, body) -> {
            refused("oversight@GY", path, body);
            if (path.startsWith("/api/v1/integrity-matters")) {
                refused(OfficeWorld.OFFICE, path, body);
            } else {
                refused("discipline@GY", path, body);
            }
        });
    }

    @Test
    void nothingThatWritesHereIsOpenToARatedRole() {
        List<JavaMethod> writing = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.mingjing.evaluation.office")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class)
                                .anyMatch(method::isAnnotatedWith))
                        .toList();

        assertThat(writing).hasSizeGreaterThan(15).allSatisfy(method -> assertThat(
                        Set.of(method.getAnnotationOfType(AllowedTo.class).value()))
                .as(method.getFullName())
                .isNotEmpty()
                .isSubsetOf(Role.CITY_OFFICE, Role.DISCIPLINE));
    }

    @Test
    void theRatedSidesDatabaseRoleReadsOnlyWhatIsPublished() {
        assertThat(database.column("""
                select c.relname from pg_class c
                 where c.relname in ('paraphrase', 'leaf_paraphrase', 'city_order', 'city_order_counter', 'waiting_report',
                                     'correction', 'correction_line', 'integrity_step', 'private_item', 'leaf_flag')
                   and has_any_column_privilege('evaluation_rated', c.oid, 'select, insert, update') order by 1""")).containsExactly("correction_line", "leaf_paraphrase", "waiting_report");
        assertThat(database.column("""
                select c.relname from pg_class c
                 where c.relname in ('leaf_paraphrase', 'waiting_report', 'correction_line', 'integrity_step')
                   and (has_table_privilege('evaluation_app', c.oid, 'update, delete, truncate')
                     or has_table_privilege('evaluation_rated', c.oid, 'insert, update, delete'))""")).isEmpty();
    }

    private static void refused(String post, String path, Map<String, Object> body) {
        assertThat(OfficeWorld.as("某某", post)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(body)
                        .post(path)
                        .statusCode())
                .as(post + " POST " + path)
                .isEqualTo(403);
    }

    private static void status(String post, String path, int expected) {
        assertThat(OfficeWorld.as("某某", post).get(path).statusCode())
                .as(post + " " + path)
                .isEqualTo(expected);
    }
}
