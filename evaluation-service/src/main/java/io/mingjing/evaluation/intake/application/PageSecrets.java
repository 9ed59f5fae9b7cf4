package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What makes the same page the same again: HMAC(page key, nonce ‖ token). The nonce lives in the rater's browser (a
 * cookie, HttpOnly, path {@code /r}) or comes with a program's request, and nowhere here.
 */
@Singleton
public class PageSecrets {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 64;

    private final ServiceKeys keys;
    private final PageAges ages;

    PageSecrets(ServiceKeys keys, PageAges ages) {
        this.keys = keys;
        this.ages = ages;
    }

    public String newNonce() {
        return ages.newNonce();
    }

    /** Whether it is long enough not to be guessed, and no longer than one of ours could be. */
    public boolean isNonce(@Nullable String text) {
        if (text == null || text.length() < SHORTEST || text.length() > LONGEST) {
            return false;
        }
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (!(c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** The token stands for its code: written anew with another key id it is the same visit. */
    byte[] secret(String nonce, Rated rated) {
        return KeyedHash.of(
                keys.on(ServiceKeys.PAGE, rated.expDay()).key(),
                "page secret",
                nonce.getBytes(StandardCharsets.UTF_8),
                rated.token());
    }
}
