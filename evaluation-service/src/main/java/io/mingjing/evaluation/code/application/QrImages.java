package io.mingjing.evaluation.code.application;

import io.nayuki.qrcodegen.QrCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** QR codes (二维码) as pictures: error correction M, a quiet zone of four modules. */
@ApplicationScoped
public class QrImages {

    private static final int QUIET = 4;
    private static final int PIXELS_PER_MODULE = 8;

    /** A picture that scales; it carries a title for those who cannot see it. */
    public String svg(String text, String title) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0, run; x < code.size; x += Math.max(run, 1)) {
                run = darkFrom(code, x, y);
                if (run > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="320" height="320" role="img" shape-rendering="crispEdges"><title>%s</title><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(side, side, escaped(title), side, side, path);
    }

    /** How many modules of a row are dark from here on. */
    private static int darkFrom(QrCode code, int x, int y) {
        int end = x;
        while (code.getModule(end, y)) {
            end++;
        }
        return end - x;
    }

    public byte[] png(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        int side = (code.size + 2 * QUIET) * PIXELS_PER_MODULE;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = code.getModule(x / PIXELS_PER_MODULE - QUIET, y / PIXELS_PER_MODULE - QUIET);
                image.setRGB(x, y, dark ? 0 : 0xFFFFFF);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
