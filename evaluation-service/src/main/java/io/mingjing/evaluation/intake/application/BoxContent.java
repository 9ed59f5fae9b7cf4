package io.mingjing.evaluation.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingjing.evaluation.intake.domain.Marks;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Validity;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A rating as it lies in a box: a length, short JSON, and zeros up to a size that tells nothing. Further members may be
 * added; readers pass over those they do not know.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record BoxContent(
        @JsonProperty("l") int level,
        @JsonProperty("r") @Nullable String reasons,
        @JsonProperty("m") String matter,
        @JsonProperty("t") String raterType,
        @JsonProperty("p") int pf,
        @JsonProperty("h") byte[] receiptHash,
        @JsonProperty("v") byte[] visitTag,
        @JsonProperty("s") String stream,
        @JsonProperty("f") @Nullable Set<String> flags,
        @JsonProperty("x") @Nullable Integer invalid,
        @JsonProperty("c") @Nullable Boolean coerced,
        @JsonProperty("o") @Nullable Boolean verbatim,
        @JsonProperty("n") @Nullable String note,
        @JsonProperty("d") long visitDay,
        @JsonProperty("u") String ownerUnit,
        @JsonProperty("y") @Nullable String matterUnit,
        @JsonProperty("w") int scaleVersion) {

    /** Sizes of a padded content, so that box, nonce and tag make 512 and 2,560 bytes. */
    private static final int SMALL = 512 - 28;

    private static final int LARGE = 2_560 - 28;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static byte[] write(RatingRecord rating) {
        BoxContent content = new BoxContent(
                rating.level(),
                rating.reasons().isEmpty() ? null : String.join(",", rating.reasons()),
                rating.matter(),
                rating.raterType(),
                rating.pf(),
                rating.receiptHash(),
                rating.visitTag(),
                rating.stream(),
                new TreeSet<>(rating.marks().flags()),
                code(rating.marks().validity()),
                rating.marks().coerced() ? true : null,
                rating.marks().verbatim() ? true : null,
                rating.note(),
                rating.visitDay().toEpochDay(),
                rating.ownerUnit(),
                rating.matterUnit().equals(rating.ownerUnit()) ? null : rating.matterUnit(),
                rating.scaleVersion());
        try {
            // By way of a string: written as bytes, a character outside the basic plane would take twelve of them.
            byte[] json = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            int size = rating.note() == null ? SMALL : LARGE;
            if (json.length + 2 > size) {
                throw new IllegalArgumentException("a rating of " + json.length + " bytes does not fit its box");
            }
            return ByteBuffer.allocate(size)
                    .putShort((short) json.length)
                    .put(json)
                    .array();
        } catch (JsonProcessingException plainValuesOnly) {
            throw new IllegalStateException("a rating could not be written");
        }
    }

    /** @throws IOException where it is none; the message carries nothing of it */
    static RatingRecord read(byte[] padded) throws IOException {
        int length = ByteBuffer.wrap(padded).getShort();
        if (length < 0 || length + 2 > padded.length) {
            throw new IOException("length out of bounds");
        }
        String json = new String(Arrays.copyOfRange(padded, 2, 2 + length), StandardCharsets.UTF_8);
        BoxContent content = JSON.readValue(json, BoxContent.class);
        return new RatingRecord(
                content.level,
                content.reasons == null ? List.of() : List.of(content.reasons.split(",", -1)),
                content.matter,
                content.raterType,
                content.pf,
                content.receiptHash,
                content.visitTag,
                content.stream,
                content.marks(),
                content.note,
                LocalDate.ofEpochDay(content.visitDay),
                content.ownerUnit,
                content.matterUnit == null ? content.ownerUnit : content.matterUnit,
                content.scaleVersion);
    }

    private static @Nullable Integer code(Validity validity) {
        return validity == Validity.VALID ? null : Integer.valueOf(validity.code());
    }

    private Marks marks() throws IOException {
        return new Marks(
                Validity.ofCode(invalid == null ? Validity.VALID.code() : invalid)
                        .orElseThrow(() -> new IOException("no such validity")),
                flags == null ? Set.of() : flags,
                Boolean.TRUE.equals(coerced),
                Boolean.TRUE.equals(verbatim));
    }
}
