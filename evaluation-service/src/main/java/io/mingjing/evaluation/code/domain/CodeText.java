package io.mingjing.evaluation.code.domain;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/** Signed bytes with their MAC as base64url. The same bytes have one spelling only: a second one is a forgery. */
final class CodeText {

    private CodeText() {}

    static String of(byte[] signed, byte[] mac) {
        byte[] all = ByteBuffer.allocate(signed.length + mac.length)
                .put(signed)
                .put(mac)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The bytes of a text; empty where it is too long, is not base64url, or spells them otherwise than we do. */
    static Optional<byte[]> bytes(String text, int longest) {
        if (text.length() > longest) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The decoder overlooks padding and the unused bits of the last character.
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)
                ? Optional.of(all)
                : Optional.empty();
    }
}
