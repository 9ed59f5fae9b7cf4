package io.mingjing.evaluation.office;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.evaluation.leaf.application.OfficeStory;
import io.mingjing.evaluation.office.application.ParaphrasePublication;
import io.mingjing.evaluation.office.persistence.LeavesToParaphrase;
import io.mingjing.evaluation.office.persistence.ParaphraseRepository;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What raters wrote reaches the rated side in the city office's words only, with the next slot, once. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ParaphraseTest {

    private static final LocalDate NEXT = LocalDate.of(2026, 3, 20);
    private static final LocalDate AFTER_NEXT = LocalDate.of(2026, 3, 23);
    private static final String WORDS = "有群众反映补充材料需多次往返，建议一次告知";

    private final MixingWorld world;
    private final OfficeWorld office;
    private final SuperUser database;
    private final ParaphrasePublication publication;
    private final OfficeStory story;
    private final ParaphraseRepository paraphrases;
    private final LeavesToParaphrase leaves;
    private UUID leaf = new UUID(0, 0);

    ParaphraseTest(
            MixingWorld world,
            OfficeWorld office,
            SuperUser database,
            ParaphrasePublication publication,
            OfficeStory story,
            ParaphraseRepository paraphrases,
            LeavesToParaphrase leaves) {
        this.world = world;
        this.office = office;
        this.database = database;
        this.publication = publication;
        this.story = story;
        this.paraphrases = paraphrases;
        this.leaves = leaves;
    }

    @BeforeEach
    void begin() {
        office.begin();
        leaf = office.leafWithNotes();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void openingTheNotesOfALeafIsRecordedWithLeafAndReader() {
        OfficeWorld.office("甲")
                .get("/api/v1/noted-leaves?open=true")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].notes", equalTo(2));
        assertThat(looks()).isEmpty();

        OfficeWorld.office("甲")
                .get("/api/v1/noted-leaves/" + leaf + "/notes")
                .then()
                .statusCode(200)
                .body("items.words", hasItem("叫号屏坏了好几天没人修"))
                .body("items.findAll { it.verbatim }.words", equalTo(List.of("叫号屏坏了好几天没人修")));

        assertThat(looks()).containsExactly(List.of("leaf-notes:" + leaf, "s-甲"));
        assertThat(database.number("select count(*) from audit a where a::text like '%面馆%' or a::text like '%叫号%'"))
                .isZero();
    }

    @Test
    void aParaphraseIsPublishedWithTheNextSlotOnceAndStays() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);
        rated("section@" + OfficeWorld.CGK, 0);
        assertThat(office.paraphrased()).isEmpty();

        world.slot(NEXT);
        publication.publish(NEXT);

        assertThat(office.paraphrased())
                .singleElement()
                .asString()
                .contains(WORDS, leaf.toString(), "2026-03-20T10:00");
        rated("section@" + OfficeWorld.CGK, 1);
        rated("coordinator@GY-KJJ", 1);
        rated("section@" + OfficeWorld.ZGK, 0);
        assertThat(story.paraphrasesOf(leaf)).containsExactly(WORDS);
        String id = database.column("select id from paraphrase").getFirst();
        OfficeWorld.office("甲")
                .post("/api/v1/paraphrases/" + id + "/withdrawal")
                .then()
                .statusCode(409);

        write("乙", Map.of("categories", List.of("213", "214"))).then().statusCode(201);
        world.slot(AFTER_NEXT);
        assertThat(office.paraphrased()).hasSize(2);
        assertThat(office.paraphrased().getLast()).contains("窗口人员业务不熟练；服务态度生硬").doesNotContain(WORDS);
        rated("section@" + OfficeWorld.CGK, 2);
    }

    /** Each of the two would see the other's as still there. */
    @Test
    void aLeafWhoseLastTwoAreDroppedAtOnceWaitsAgain() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);
        write("乙", Map.of("text", WORDS)).then().statusCode(201);
        List<String> both = database.column("select id from paraphrase");
        waiting(0);

        CompletableFuture<Integer> other = QuarkusTransaction.requiringNew().call(() -> {
            UUID one = UUID.fromString(both.getFirst());
            paraphrases.lock(one).orElseThrow().drop();
            paraphrases.flush();
            leaves.droppedOf(leaf, one);
            CompletableFuture<Integer> drop = CompletableFuture.supplyAsync(() -> OfficeWorld.office("乙")
                    .post("/api/v1/paraphrases/" + both.getLast() + "/withdrawal")
                    .statusCode());
            await().until(() -> drop.isDone()
                    || database.number("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            > 0);
            return drop;
        });

        assertThat(other.join()).isEqualTo(204);
        waiting(1);
    }

    /** The list is filled without a lock on what is being written. */
    @Test
    void aLeafThatIsListedAlthoughSomebodyWroteIsNotShown() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);
        database.execute("insert into leaf_to_paraphrase select id, slot from leaf");

        waiting(0);
    }

    private void waiting(int many) {
        OfficeWorld.office("甲").get("/api/v1/noted-leaves?open=true").then().body("items", hasSize(many));
        assertThat(leaves.count()).isEqualTo(many);
    }

    @Test
    void whatIsWrittenAfterTheSlotsMomentWaitsForTheNext() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);

        publication.publish(DAY.minusDays(1));

        assertThat(office.paraphrased()).isEmpty();
    }

    @Test
    void theSameRequestTwiceWritesOnce() {
        for (int time = 0; time < 2; time++) {
            OfficeWorld.as("甲", OfficeWorld.OFFICE)
                    .header("Idempotency-Key", "once")
                    .body(Map.of("text", WORDS))
                    .post("/api/v1/noted-leaves/" + leaf + "/paraphrases")
                    .then()
                    .statusCode(201);
        }
        assertThat(database.number("select count(*) from paraphrase")).isEqualTo(1);
    }

    @Test
    void aSecondLookIsAnotherPersons() {
        write("甲", Map.of("text", WORDS, "secondLook", true)).then().statusCode(201);
        String id = database.column("select id from paraphrase").getFirst();
        world.slot(NEXT);
        assertThat(office.paraphrased()).isEmpty();

        OfficeWorld.office("甲")
                .post("/api/v1/paraphrases/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:mingjing:problem:evaluation:second-person"));
        OfficeWorld.office("乙")
                .post("/api/v1/paraphrases/" + id + "/approval")
                .then()
                .statusCode(204);
        OfficeWorld.office("乙")
                .post("/api/v1/paraphrases/" + id + "/approval")
                .then()
                .statusCode(409);

        world.slot(AFTER_NEXT);
        assertThat(office.paraphrased()).hasSize(1);
    }

    @Test
    void onlyARaterWhoAskedForItIsPassedOnVerbatimAndOnce() {
        Map<String, Object> asked = Map.of("note", note(true));
        write("甲", asked).then().statusCode(201);
        write("乙", asked).then().statusCode(422).body("detail", containsString("已经转出"));
        write("甲", Map.of("note", note(false))).then().statusCode(422).body("violations[0].field", equalTo("note"));

        world.slot(NEXT);

        assertThat(office.paraphrased()).singleElement().asString().contains("叫号屏坏了好几天没人修");
        assertThat(database.number("select count(*) from note n join paraphrase p on p.id = n.id"))
                .isZero();
    }

    @Test
    void wordsThatLeadToAPersonAreRefusedAndNothingIsKept() {
        for (String bad : List.of("有小面馆来回跑了三趟才补齐租赁合同", "请联系13800138000", "", "长".repeat(501))) {
            write("甲", Map.of("text", bad)).then().statusCode(422).body("violations[0].field", equalTo("text"));
        }
        write("甲", Map.of("categories", List.of("999"))).then().statusCode(422);
        write("甲", Map.of("categories", List.of("J001"))).then().statusCode(422);
        OfficeWorld.as("甲", OfficeWorld.OFFICE)
                .body(Map.of("text", WORDS))
                .post("/api/v1/noted-leaves/" + leaf + "/paraphrases")
                .then()
                .statusCode(400);

        assertThat(database.number("select count(*) from paraphrase")).isZero();
    }

    @Test
    void whatIsKilledBetweenIsPublishedOnceByTheNextSlot() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);
        for (String table : List.of("leaf_paraphrase", "outbox", "audit")) {
            office.killedAt(table, () -> publication.publish(NEXT));
            assertThat(office.paraphrased()).as("killed at " + table).isEmpty();
            assertThat(database.column("select state from paraphrase")).containsExactly("READY");
        }

        world.slot(NEXT);

        assertThat(office.paraphrased()).hasSize(1);
        assertThat(database.column("select state from paraphrase")).containsExactly("PUBLISHED");
        rated("section@" + OfficeWorld.CGK, 1);
    }

    @Test
    void theRatedSideCanNeitherChangeNorAddAPublishedLine() {
        write("甲", Map.of("text", WORDS)).then().statusCode(201);
        world.slot(NEXT);

        assertThat(database.column("""
                select grantee || ' ' || privilege_type from information_schema.role_table_grants
                 where table_name = 'leaf_paraphrase' and grantee not in ('evaluation_owner', 'postgres') order by 1"""))
                .noneMatch(grant -> grant.contains("UPDATE") || grant.contains("DELETE"))
                .anyMatch(grant -> grant.contains("rated") && grant.contains("SELECT"))
                .noneMatch(grant -> grant.contains("rated") && grant.contains("INSERT"));
    }

    private Response write(String person, Map<String, Object> body) {
        return OfficeWorld.office(person).body(body).post("/api/v1/noted-leaves/" + leaf + "/paraphrases");
    }

    private String note(boolean verbatim) {
        return OfficeWorld.office("甲")
                .get("/api/v1/noted-leaves/" + leaf + "/notes")
                .path("items.find { it.verbatim == " + verbatim + " }.id");
    }

    private static void rated(String post, int lines) {
        OfficeWorld.as("某某", post)
                .get("/api/v1/paraphrases")
                .then()
                .statusCode(200)
                .body("items", hasSize(lines));
    }

    private List<List<String>> looks() {
        return database.rows("select aggregate, subject from audit where action = 'LEAF_NOTES_VIEWED'");
    }
}
