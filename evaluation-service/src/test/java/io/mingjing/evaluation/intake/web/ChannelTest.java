package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.rating;
import static io.mingjing.evaluation.intake.Raters.hidden;
import static io.mingjing.evaluation.intake.Raters.json;
import static io.mingjing.evaluation.intake.Raters.receipt;
import static io.mingjing.evaluation.intake.Raters.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.code.application.VisitCodes;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.VisitCode;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every rating says through which channel it came, never 7, and who answers for its matter. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ChannelTest {

    private static final String NONCE = "nonce-of-the-channels-0001";

    private final City city;
    private final Raters raters;
    private final VisitCodes codes;

    ChannelTest(City city, Raters raters, VisitCodes codes) {
        this.city = city;
        this.raters = raters;
        this.codes = codes;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"QR", "SMS", "PC", "MOBILE", "COUNTER_TABLET", "TERMINAL"})
    void aVisitsCodeSaysItsChannel(Channel channel) {
        String code = city.visit("channel-" + channel, MATTER);
        VisitCode read = ((VisitCodes.Reading.Good) codes.read(code)).code();
        String sent = codes.write(
                new VisitCode(read.tokenId(), read.window(), read.matters(), read.raterType(), read.expDay(), channel));

        assertThat(raters.opened(json(rating(sent, MATTER, 5, NONCE)).path("receipt"))
                        .pf())
                .isEqualTo(channel.pf());
    }

    @ParameterizedTest
    @CsvSource({
        "WINDOW, Mozilla/5.0 (Linux; Android 14) Mobile Safari, 3",
        "ONLINE, Mozilla/5.0 (Linux; Android 14) Mobile Safari, 2",
        "ONLINE, Mozilla/5.0 (X11; Linux x86_64) Firefox, 1",
        "NOTICE_BOARD, curl, 3",
        "KIOSK, Mozilla/5.0 (X11; Linux x86_64), 4",
    })
    void aPlacesCodeIsWhatItHangsAt(String kind, String browser, int pf) {
        String code = raters.placeCode(kind, "W1");
        Map<String, String> fields = hidden(given().get("/r/" + code));

        var answer = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", browser)
                .formParams(with(Map.copyOf(fields), "level", 5))
                .post("/r");

        assertThat(raters.opened(receipt(answer)).pf()).isEqualTo(pf);
    }

    @Test
    void atAComprehensiveWindowTheMattersOwnerIsNamedBesideTheWindows() {
        Raters.put("matters/M-OTHER", Map.of("name", "别的单位的事项", "ownerUnit", "GY-KJJ-ZGK"));
        String code = city.visit("comprehensive", MATTER, "M-OTHER");

        RatingRecord own = raters.opened(json(rating(code, MATTER, 5, NONCE)).path("receipt"));
        RatingRecord others =
                raters.opened(json(rating(code, "M-OTHER", 5, NONCE)).path("receipt"));

        assertThat(own.matterUnit()).isEqualTo("GY-KJJ-CGK");
        assertThat(others.ownerUnit()).isEqualTo("GY-KJJ-CGK");
        assertThat(others.matterUnit()).isEqualTo("GY-KJJ-ZGK");
    }

    @Test
    void whoWasServedIsTheVisitsToSayOrTheRaters() {
        String code = city.visit("rater-type", MATTER);

        RatingRecord said = raters.opened(json(with(rating(code, MATTER, 5, NONCE), "raterType", "ENTERPRISE"))
                .path("receipt"));

        assertThat(said.raterType()).isEqualTo("ENTERPRISE");
        assertThat(raters.opened(json(rating(city.visit("rater-type-2", MATTER), MATTER, 5, NONCE))
                                .path("receipt"))
                        .raterType())
                .isEqualTo("UNKNOWN");
    }
}
