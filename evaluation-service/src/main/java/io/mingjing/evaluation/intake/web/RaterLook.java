package io.mingjing.evaluation.intake.web;

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
 * Style and script of the rater's pages, which are one document each: both stand inside the page and are named by their
 * hash in its content policy, so that nothing else runs and nothing is loaded. The script may speak to this service alone.
 */
@Named("raterLook")
@ApplicationScoped
public class RaterLook {

    private final String css = read("/rater/rater.css");
    private final String script = read("/rater/rater.js");
    private final String policy = "default-src 'none'; style-src '" + hash(css) + "'; script-src '" + hash(script)
            + "'; img-src data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

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
        try (InputStream stream = RaterLook.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replaceAll("\n\\s*", "");
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
