package io.mingjing.evaluation.leaf.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Seals what a leaf keeps beside its sums: the context of a rating, a note, what a receipt stands for. Each kind has one
 * length, whatever the level, and each seal is bound to its leaf. Their key outlives the keys of days.
 */
@ApplicationScoped
class LeafSeals {

    private static final int CONTEXT = 512;
    private static final int NOTE = 3_072;
    private static final int RECEIPT = 64;

    private final ServiceKeys keys;
    private final ObjectMapper json;

    LeafSeals(ServiceKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Everything of a rating that its row shows in clear only where the whole leaf shares it. */
    byte[] context(UUID leaf, Ballot ballot) {
        return seal(leaf, CONTEXT, describe(ballot));
    }

    /** A rater's words and what they belong to. */
    byte[] note(UUID leaf, Ballot ballot, String words) {
        Map<String, Object> content = describe(ballot);
        content.put("level", ballot.rating().level());
        content.put("reasons", ballot.rating().reasons());
        content.put("note", words);
        return seal(leaf, NOTE, content);
    }

    /** What the service must know of the rating behind a receipt; the receipt page never shows it. */
    byte[] receipt(UUID leaf, Ballot ballot) {
        return seal(leaf, RECEIPT, Map.of("level", ballot.rating().level()));
    }

    private static Map<String, Object> describe(Ballot ballot) {
        RatingRecord rating = ballot.rating();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("place", ballot.place());
        content.put("ownerUnit", rating.ownerUnit());
        content.put("matter", rating.matter());
        content.put("raterType", rating.raterType());
        content.put("pf", rating.pf());
        content.put("scaleVersion", rating.scaleVersion());
        content.put("day", rating.visitDay().toString());
        content.put("flags", new TreeSet<>(rating.marks().flags()));
        return content;
    }

    private byte[] seal(UUID leaf, int size, Map<String, Object> content) {
        byte[] text;
        try {
            text = json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        int room = Math.ceilDiv(Integer.BYTES + text.length, size) * size;
        byte[] plain = ByteBuffer.allocate(room).putInt(text.length).put(text).array();
        RingKey key = keys.active(ServiceKeys.LEAF);
        byte[] sealed = AesGcm.seal(key.key(), leaf.toString().getBytes(StandardCharsets.UTF_8), plain);
        return ByteBuffer.allocate(1 + sealed.length)
                .put((byte) key.kid())
                .put(sealed)
                .array();
    }
}
