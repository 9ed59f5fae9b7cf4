package io.mingjing.kernel.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opaque keyset cursor: the sort key and id of the last row seen. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\u001F";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static String of(Object... parts) {
        String joined =
                String.join(SEPARATOR, Arrays.stream(parts).map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor back.
     *
     * @return null where none was sent
     * @throws ProblemException bad request, when it is not one of ours
     */
    public static @Nullable Cursor parse(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> found = List.of(joined.split(SEPARATOR, -1));
            if (found.size() == parts) {
                return new Cursor(found);
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one answer for every foreign cursor
        }
        throw foreign();
    }

    /** The one answer for every cursor that is not ours. */
    public static ProblemException foreign() {
        return new ProblemException(
                CommonProblem.BAD_REQUEST,
                "参数 after 无效：请原样使用上一页返回的 next",
                "The parameter after is not valid: send back the next of the previous page as it is");
    }
}
