package io.mingjing.evaluation.leaf.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.code.application.AesGcm;
import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.code.application.ServiceKeys.RingKey;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.domain.Ballot;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.evaluation.leaf.domain.RatedReceipt;
import io.mingjing.evaluation.leaf.domain.RaterNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Seals what stays beside the sums of leaves: the context of a rating, a note, what a receipt stands for, a private matter.
 * Each kind has one length, whatever the level, and each seal is bound to its leaf, a private matter to its row. Their key
 * outlives the keys of days.
 */
@ApplicationScoped
class LeafSeals {

    private static final int CONTEXT = 512;
    private static final int NOTE = 3_072;
    private static final int RECEIPT = 384;
    private static final int MARK_BITS = 0xF;

    private final ServiceKeys keys;
    private final ObjectMapper json;

    LeafSeals(ServiceKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** Everything of a rating that its row shows in clear only where the whole leaf shares it. */
    byte[] context(UUID leaf, Ballot ballot) {
        return seal(leaf.toString(), CONTEXT, describe(ballot));
    }

    /** A rater's words and what they belong to. Ratings with integrity reasons have none here. */
    byte[] note(UUID leaf, Ballot ballot) {
        Map<String, Object> content = describe(ballot);
        content.put("level", ballot.rating().level());
        content.put("reasons", ballot.rating().reasons());
        content.put("verbatim", ballot.rating().marks().verbatim());
        content.put("note", ballot.rating().note());
        return seal(leaf.toString(), NOTE, content);
    }

    RaterNote openNote(UUID leaf, UUID id, byte[] seal) {
        JsonNode content = open(leaf.toString(), seal);
        String ownerUnit = content.path("ownerUnit").asText();
        return new RaterNote(
                id,
                content.path("note").asText(),
                content.path("verbatim").asBoolean(),
                content.path("place").asText(),
                ownerUnit,
                content.path("matter").asText(),
                content.path("matterUnit").asText(ownerUnit),
                LocalDate.parse(content.path("day").asText()),
                content.path("level").asInt(),
                texts(content.path("reasons")));
    }

    /** What the service must know of the rating behind a receipt; the receipt page never shows it. */
    byte[] receipt(UUID leaf, Ballot ballot) {
        RatingRecord rating = ballot.rating();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("level", rating.level());
        content.put("place", ballot.place());
        content.put("day", rating.visitDay().toString());
        content.put("ownerUnit", rating.ownerUnit());
        content.put("matterUnit", rating.matterUnit());
        content.put("reasons", rating.reasons());
        content.put("coerced", rating.marks().coerced());
        return seal(leaf.toString(), RECEIPT, content);
    }

    RatedReceipt openReceipt(UUID leaf, byte[] hash, byte[] seal) {
        JsonNode content = open(leaf.toString(), seal);
        return new RatedReceipt(
                hash,
                content.path("place").asText(),
                LocalDate.parse(content.path("day").asText()),
                content.path("ownerUnit").asText(),
                content.path("matterUnit").asText(),
                content.path("level").asInt(),
                texts(content.path("reasons")),
                content.path("coerced").asBoolean(),
                leaf);
    }

    /**
     * Four bits that are the same for all integrity matters that tell the same, and for one in sixteen others: too few to say
     * that two are alike. Null for a coercion chip, which nobody looks for.
     */
    @Nullable
    Short mark(PrivateMatter matter) {
        return matter.kind() != Kind.INTEGRITY ? null : (Short) mark(keys.active(ServiceKeys.LEAF), matter);
    }

    /** The marks it may have been given, under the key in use or an earlier one. */
    Set<Short> marks(PrivateMatter matter) {
        return IntStream.rangeClosed(0, keys.active(ServiceKeys.LEAF).kid())
                .mapToObj(kid -> keys.find(ServiceKeys.LEAF, kid))
                .flatMap(Optional::stream)
                .map(key -> mark(key, matter))
                .collect(Collectors.toSet());
    }

    private static short mark(RingKey key, PrivateMatter matter) {
        byte[] hash = KeyedHash.of(key.key(), "private mark", matter.told().getBytes(StandardCharsets.UTF_8));
        return (short) (ByteBuffer.wrap(hash).getShort() & MARK_BITS);
    }

    /** What a rater told beside the rating. */
    byte[] privately(UUID id, PrivateMatter matter) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", matter.kind().name());
        content.put("place", matter.place());
        content.put("ownerUnit", matter.ownerUnit());
        content.put("matterUnit", matter.matterUnit());
        content.put("day", matter.day() == null ? null : matter.day().toString());
        content.put("level", matter.level());
        content.put("reasons", matter.reasons());
        content.put("note", matter.note());
        return seal(boundPrivately(id), NOTE, content);
    }

    PrivateMatter privateMatter(UUID id, byte[] seal) {
        JsonNode content = open(boundPrivately(id), seal);
        String day = text(content, "day");
        return new PrivateMatter(
                Kind.valueOf(content.path("kind").asText()),
                text(content, "place"),
                content.path("ownerUnit").asText(),
                text(content, "matterUnit"),
                day == null ? null : LocalDate.parse(day),
                content.hasNonNull("level") ? content.path("level").asInt() : null,
                texts(content.path("reasons")),
                text(content, "note"));
    }

    private static String boundPrivately(UUID id) {
        return "private " + id;
    }

    private static Map<String, Object> describe(Ballot ballot) {
        RatingRecord rating = ballot.rating();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("place", ballot.place());
        content.put("ownerUnit", rating.ownerUnit());
        content.put("matter", rating.matter());
        content.put("matterUnit", rating.matterUnit());
        content.put("raterType", rating.raterType());
        content.put("pf", rating.pf());
        content.put("scaleVersion", rating.scaleVersion());
        content.put("day", rating.visitDay().toString());
        content.put("flags", new TreeSet<>(rating.marks().flags()));
        return content;
    }

    private static @Nullable String text(JsonNode content, String member) {
        return content.hasNonNull(member) ? content.path(member).asText() : null;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private byte[] seal(String bound, int size, Map<String, Object> content) {
        byte[] text;
        try {
            text = json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        int room = Math.ceilDiv(Integer.BYTES + text.length, size) * size;
        byte[] plain = ByteBuffer.allocate(room).putInt(text.length).put(text).array();
        RingKey key = keys.active(ServiceKeys.LEAF);
        byte[] sealed = AesGcm.seal(key.key(), bound.getBytes(StandardCharsets.UTF_8), plain);
        return ByteBuffer.allocate(1 + sealed.length)
                .put((byte) key.kid())
                .put(sealed)
                .array();
    }

    private JsonNode open(String bound, byte[] seal) {
        RingKey key = keys.find(ServiceKeys.LEAF, Byte.toUnsignedInt(seal[0]))
                .orElseThrow(() -> new IllegalStateException("the key of a seal of the mixer is not there"));
        byte[] plain = AesGcm.open(
                        key.key(), bound.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(seal, 1, seal.length))
                .orElseThrow(() -> new IllegalStateException("a seal of the mixer does not open"));
        int length = ByteBuffer.wrap(plain).getInt();
        try {
            return json.readTree(plain, Integer.BYTES, length);
        } catch (IOException damaged) {
            throw new IllegalStateException("a seal of the mixer holds no content");
        }
    }
}
