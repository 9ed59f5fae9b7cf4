package io.mingjing.evaluation.leaf.web;

import io.mingjing.evaluation.intake.web.RaterLook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Style and script of the receipt pages: the rater's look with some of their own. Both stand inside the page and are named
 * by their hash in its content policy.
 */
@Named("receiptLook")
@ApplicationScoped
public class ReceiptLook {

    private final String css;
    private final String script = read("/receipt/receipt.js");
    private final String policy;

    ReceiptLook(RaterLook look) {
        this.css = look.getCss() + read("/receipt/receipt.css");
        this.policy = "default-src 'none'; style-src '" + hash(css) + "'; script-src '" + hash(script)
                + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    public String getCss() {
        return css;
    }

    public String getScript() {
        return script;
    }

    /** The Content-Security-Policy of these pages. */
    public String policy() {
        return policy;
    }

    private static String read(String resource) {
        try (InputStream stream = ReceiptLook.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
