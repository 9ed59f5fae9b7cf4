package io.mingjing.evaluation.place.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjing.kernel.http.ProblemException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's photo is small and holds nothing but its pixels. */
class CardPhotoTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void itIsDrawnSmallerInItsProportions(String format) throws IOException {
        CardPhoto photo = CardPhoto.of(file(format, picture(600, 800)));

        assertThat(photo.jpeg()).hasSizeLessThanOrEqualTo(CardPhoto.LARGEST);
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(photo.jpeg()));
        assertThat(drawn.getWidth()).isEqualTo(96);
        assertThat(drawn.getHeight()).isEqualTo(128);
        assertThat(photo.name()).matches("[0-9a-f]{32}");
    }

    @Test
    void aWidePictureKeepsItsProportionsAndASmallOneItsSize() throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                CardPhoto.of(file("png", picture(960, 96))).jpeg()))
                        .getHeight())
                .isEqualTo(10);
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                CardPhoto.of(file("png", picture(20, 30))).jpeg()))
                        .getHeight())
                .isEqualTo(30);
    }

    @Test
    void whatTheFileSaidBesideItsPixelsIsGone() throws IOException {
        byte[] jpeg = file("jpeg", picture(96, 128));
        byte[] secret = "GPS 32.4365N 105.8434E".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream withExif = new ByteArrayOutputStream();
        withExif.write(jpeg, 0, 2);
        withExif.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (secret.length + 2)});
        withExif.write(secret);
        withExif.write(jpeg, 2, jpeg.length - 2);
        withExif.write(secret);
        assertThat(new String(withExif.toByteArray(), StandardCharsets.ISO_8859_1))
                .contains("GPS");

        CardPhoto photo = CardPhoto.of(withExif.toByteArray());

        assertThat(new String(photo.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        byte[] png = file("png", picture(96, 128));
        byte[] cut = java.util.Arrays.copyOf(png, 60);
        byte[] huge = png.clone();
        // the width in the header, at byte 16, claims 2^30 pixels
        huge[16] = 0x40;
        for (byte[] bad :
                new byte[][] {{}, "<svg/>".getBytes(StandardCharsets.UTF_8), file("gif", picture(9, 9)), cut, huge}) {
            assertThatThrownBy(() -> CardPhoto.of(bad)).isInstanceOf(ProblemException.class);
        }
    }

    private static BufferedImage picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return image;
    }

    private static byte[] file(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
