package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.OTHER_MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 不是我评的: whoever finds a matter rated by another rates beside it, once, and the first rating stays. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ContestedTest {

    private static final String CLERK = "nonce-of-the-clerk-000001";
    private static final String VISITOR = "nonce-of-the-visitor-0001";
    private static final String THIRD = "nonce-of-a-third-page-001";

    private final City city;
    private final Raters raters;

    ContestedTest(City city, Raters raters) {
        this.city = city;
        this.raters = raters;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void theSecondPageMayRateBesideTheFirst() {
        String code = city.visit("contested", MATTER, OTHER_MATTER);
        String first = json(rating(code, MATTER, 5, CLERK)).path("receipt");
        long before = raters.rows();

        Response already = form(VISITOR, Map.of("code", code, "matter", MATTER, "level", 1));
        Response card = contest(code, MATTER);
        Response accepted = form(VISITOR, with(Map.copyOf(hidden(card)), "level", 1, "reasons1", "115"));

        assertThat(already.asString()).contains("action=\"/r/contested\"", "不是我评的");
        assertThat(card.asString()).contains("原有的评价保持不变", "科技成果登记").doesNotContain("技术合同认定登记");
        RatingRecord contested = raters.opened(receipt(accepted));
        assertThat(contested.stream()).isEqualTo(Streams.CONTESTED);
        assertThat(contested.level()).isEqualTo(1);
        assertThat(contested.marks().flags()).contains("cont");
        assertThat(raters.opened(first).level()).isEqualTo(5);
        assertThat(raters.opened(first).stream()).isEqualTo(Streams.VISIT);
        assertThat(contested.visitTag()).isEqualTo(raters.opened(first).visitTag());
        assertThat(raters.rows()).isEqualTo(before + 1);
    }

    @Test
    void oncePerMatterAndTheSamePageGetsItsReceiptAgain() {
        String code = city.visit("contested-once", MATTER);
        json(rating(code, MATTER, 5, CLERK)).then().statusCode(201);
        Map<String, Object> mine = with(rating(code, MATTER, 1, VISITOR), "contested", true);

        String receipt = json(mine).then().statusCode(201).extract().path("receipt");

        assertThat(json(mine).then().statusCode(200).extract().<String>path("receipt"))
                .isEqualTo(receipt);
        assertThat(json(with(mine, "nonce", THIRD)).<String>path("outcome")).isEqualTo("ALREADY_RATED");
        Response third = form(THIRD, Map.of("code", code, "matter", MATTER, "level", 1, "contested", 1));
        assertThat(third.asString()).contains("本次已评价").doesNotContain("action=\"/r/contested\"");
    }

    /** Otherwise asking would tell a clerk, for nothing, whether his visitor rated. */
    @Test
    void contestingWhatNobodyRatedIsRatingIt() {
        String code = city.visit("contested-unrated", MATTER);
        String rated = city.visit("contested-rated", MATTER);
        json(rating(rated, MATTER, 3, CLERK)).then().statusCode(201);

        String card = contest(code, MATTER).asString().replace(code, "CODE");
        String other = contest(rated, MATTER).asString().replace(rated, "CODE");
        String receipt =
                json(with(rating(code, MATTER, 2, VISITOR), "contested", true)).path("receipt");

        assertThat(card).isEqualTo(other);
        assertThat(raters.opened(receipt).stream()).isEqualTo(Streams.VISIT);
        assertThat(raters.opened(receipt).marks().flags()).doesNotContain("cont");
        assertThat(json(rating(code, MATTER, 5, THIRD)).<String>path("outcome")).isEqualTo("ALREADY_RATED");
    }

    @Test
    void onesOwnRatingCannotBeContested() {
        String code = city.visit("contested-own", MATTER);
        String receipt = json(rating(code, MATTER, 4, VISITOR)).path("receipt");

        assertThat(json(with(rating(code, MATTER, 1, VISITOR), "contested", true))
                        .<String>path("receipt"))
                .isEqualTo(receipt);
        assertThat(raters.opened(receipt).level()).isEqualTo(4);
    }

    @Test
    void mistakesKeepTheCard() {
        String code = city.visit("contested-mistake", MATTER, OTHER_MATTER);
        json(rating(code, MATTER, 5, CLERK)).then().statusCode(201);

        Response answer = form(VISITOR, Map.of("code", code, "matter", MATTER, "contested", "1", "note", "不是我"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("name=\"contested\" value=\"1\"", ">不是我</textarea>", "role=\"alert\"")
                .doesNotContain("技术合同认定登记");
        assertThat(contest(code, "M9").statusCode()).isEqualTo(404);
        assertThat(contest("nonsense", MATTER).statusCode()).isEqualTo(404);
    }

    private static Response contest(String code, String matter) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParam("code", code)
                .formParam("matter", matter)
                .post("/r/contested");
    }
}
