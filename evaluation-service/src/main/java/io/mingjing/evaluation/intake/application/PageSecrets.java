package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes the same page the same again: HMAC(page key, nonce ‖ token). The nonce lives in the rater's browser (a
 * cookie, HttpOnly, path {@code /r}) or comes with a program's request, and nowhere here.
 */
@Singleton
public class PageSecrets {

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{20,64}");

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
        return text != null && NONCE.matcher(text).matches();
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
