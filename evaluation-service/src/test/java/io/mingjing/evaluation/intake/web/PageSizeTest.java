package io.mingjing.evaluation.intake.web;

import static io.mingjing.evaluation.City.MATTER;
import static io.mingjing.evaluation.City.as;
import static io.mingjing.evaluation.intake.Raters.form;
import static io.mingjing.evaluation.intake.Raters.put;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.intake.Raters;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rater's page is one document of at most 30 KB, however much stands in it. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PageSizeTest {

    private static final int MOST = 30 * 1024;

    private final City city;
    private final Raters raters;
    private final TestClock clock;

    PageSizeTest(City city, Raters raters, TestClock clock) {
        this.city = city;
        this.raters = raters;
        this.clock = clock;
    }

    @BeforeEach
    void aCity() {
        city.found();
    }

    @Test
    void tenMattersAndAWindowCardWithAPhotoFit() {
        String window = raters.window("W-CARD", true, true);
        put("window-staff/S-1", Map.of("name", "王某某（演示）", "duty", "成果登记受理", "sendingUnit", "GY-KJJ-CGK"));
        as("operations@GY")
                .contentType("image/png")
                .body(busyPhoto())
                .put("/api/v1/window-staff/S-1/photo")
                .then()
                .statusCode(204);
        put("windows/" + window + "/staff", Map.of("staff", "S-1"));
        String[] matters = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> "M-LONG-" + number)
                .peek(code -> put("matters/" + code, Map.of("name", "名称很长的政务服务事项".repeat(4) + code)))
                .toArray(String[]::new);

        Response page = given().get("/r/" + raters.visitAt(window, "ten-matters", clock.today(), matters));

        assertThat(page.asString()).contains("王某某（演示）", "成果登记受理", "src=\"data:image/jpeg;base64,");
        assertThat(page.asString().split("<form class=\"rate\"", -1)).hasSize(11);
        assertThat(page.header("Content-Security-Policy")).contains("img-src data:", "connect-src 'self'");
        assertThat(zipped(page)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void aBureauThatWishesNoCardHasNone() {
        String window = raters.window("W-NO-CARD", true, false);
        put("window-staff/S-2", Map.of("name", "李某某（演示）", "duty", "咨询", "sendingUnit", "GY-KJJ-CGK"));
        put("windows/" + window + "/staff", Map.of("staff", "S-2"));

        assertThat(given().get("/r/" + raters.visitAt(window, "no-card", clock.today(), MATTER))
                        .asString())
                .doesNotContain("李某某", "为您服务");
    }

    @Test
    void allOtherPagesAreSmallAndSpeakOfTwelveThreeFortyFive() {
        String code = city.visit("small-pages", MATTER);
        Response form = given().get("/r/" + code);
        Response accepted = form("nonce-of-small-pages-0001", Map.of("code", code, "matter", MATTER, "level", 5));
        Response already = form("nonce-of-small-pages-0002", Map.of("code", code, "matter", MATTER, "level", 5));
        Response place = given().get("/r/" + raters.placeCode("KIOSK", "W1"));

        assertThat(List.of(form, accepted, already, place)).allSatisfy(page -> {
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString()).contains("没办成事或要投诉", "href=\"tel:12345\"");
        });
        assertThat(Stream.of(form, accepted, already, place, given().get("/r"), given().get("/r/kiosk")))
                .allSatisfy(page -> {
                    assertThat(page.asString()).doesNotContain("src=\"h", "<link", "@import", "url(", "//cdn");
                    assertThat(zipped(page)).isLessThanOrEqualTo(12 * 1024);
                });
    }

    private static byte[] busyPhoto() {
        BufferedImage image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random random = new Random(1);
        for (int shape = 0; shape < 150; shape++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(600), random.nextInt(800), random.nextInt(120), random.nextInt(120));
        }
        pen.dispose();
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static int zipped(Response page) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(page.asByteArray());
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return zipped.size();
    }
}
