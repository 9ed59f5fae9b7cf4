package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.kernel.http.ProblemException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A photo as the window card (亮牌) shows it. It is drawn anew from the pixels of the file that was sent, so nothing else
 * of the file remains (place, camera, time), and small enough to stand inside the rating page, which has 30 KB for all.
 *
 * @param name of its content: the beginning of its SHA-256, hexadecimal
 */
record CardPhoto(String name, byte[] jpeg) {

    /** Largest picture that is kept, in bytes. */
    static final int LARGEST = 6 * 1024;

    private static final int WIDTH = 96;
    private static final int HEIGHT = 128;

    /** A file of few bytes can claim a picture that does not fit into memory. */
    private static final int MOST_PIXELS = 16_000_000;

    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    /** @throws ProblemException 422 where this is no JPEG or PNG picture, or a huge one */
    static CardPhoto of(byte[] file) {
        byte[] jpeg = smallEnough(drawn(read(file)));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(jpeg);
            return new CardPhoto(HexFormat.of().formatHex(digest, 0, 16), jpeg);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BufferedImage read(byte[] file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return read(reader, in);
                }
            }
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof ProblemException refused ? refused : notAPicture();
        }
        throw notAPicture();
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw EvaluationProblem.PHOTO.because(
                        "照片最多 1600 万像素，请缩小后再上传", "The photo has more than 16 million pixels; send a smaller one");
            }
            @Nullable BufferedImage image = reader.read(0);
            if (image == null) {
                throw notAPicture();
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage drawn(BufferedImage image) {
        double scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = drawn.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return drawn;
    }

    private static byte[] smallEnough(BufferedImage image) {
        for (float quality = 0.85f; quality > 0.1f; quality -= 0.15f) {
            byte[] jpeg = jpeg(image, quality);
            if (jpeg.length <= LARGEST) {
                return jpeg;
            }
        }
        throw EvaluationProblem.PHOTO.because(
                "照片细节过多，无法压缩到 6 KB，请换一张", "The photo cannot be made smaller than 6 KB; use another one");
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("a picture in memory could not be written", impossible);
        } finally {
            writer.dispose();
        }
    }

    private static ProblemException notAPicture() {
        return EvaluationProblem.PHOTO.because("请上传 JPEG 或 PNG 照片", "Send a JPEG or PNG photo");
    }
}
