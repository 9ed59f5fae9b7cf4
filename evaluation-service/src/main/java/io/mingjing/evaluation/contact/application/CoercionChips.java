package io.mingjing.evaluation.contact.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingjing.evaluation.contact.domain.Retention;
import io.mingjing.evaluation.contact.persistence.Waiting;
import io.mingjing.evaluation.contact.persistence.Waiting.Kind;
import io.mingjing.evaluation.leaf.application.PrivateMatters;
import io.mingjing.evaluation.leaf.application.ReceiptRatings;
import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.RatedReceipt;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The private chip 被要求打满意, left with a receipt: once, for the city office only, in no count (anonymity rule K9). It
 * waits sealed and joins those that came with ratings on the next working morning.
 */
@ApplicationScoped
public class CoercionChips {

    private static final int BYTES = 384;

    /** What waits, as it is sealed. */
    record Chip(String place, String ownerUnit, String matterUnit, LocalDate day, int level) {

        @Override
        public String toString() {
            return "Chip[]";
        }
    }

    private final OuterLayer outer;
    private final Waiting waiting;
    private final ReceiptRatings receipts;
    private final PrivateMatters matters;
    private final ObjectMapper json;
    private final BusinessClock clock;

    CoercionChips(
            OuterLayer outer,
            Waiting waiting,
            ReceiptRatings receipts,
            PrivateMatters matters,
            ObjectMapper json,
            BusinessClock clock) {
        this.outer = outer;
        this.waiting = waiting;
        this.receipts = receipts;
        this.matters = matters;
        this.json = json;
        this.clock = clock;
    }

    /** Leaves the chip; doing it again, or after having told it with the rating, changes nothing and is answered alike. */
    public ContactOutcome leave(@Nullable String receipt) {
        Optional<RatedReceipt> found = receipts.find(receipt == null ? "" : receipt);
        if (found.isEmpty()) {
            return ContactOutcome.UNKNOWN_RECEIPT;
        }
        RatedReceipt rated = found.get();
        if (!rated.coerced()) {
            byte[] h = outer.hash("chip of a receipt", rated.hash());
            Chip chip = new Chip(rated.place(), rated.ownerUnit(), rated.matterUnit(), rated.day(), rated.level());
            waiting.keep(
                    Kind.CHIP, h, Retention.expDay(clock.today()), outer.wrap(OuterLayer.waiting(h), written(chip)));
        }
        return ContactOutcome.SEALED;
    }

    /**
     * Hands over what waits, in the caller's transaction.
     *
     * @return chips whose box does not open; they go on waiting
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int handOver() {
        List<byte[]> handedOver = new ArrayList<>();
        List<PrivateMatter> told = new ArrayList<>();
        List<Waiting.Row> rows = waiting.all(Kind.CHIP);
        for (Waiting.Row row : rows) {
            outer.unwrap(OuterLayer.waiting(row.h()), row.box()).ifPresent(inner -> {
                told.add(matter(read(inner)));
                handedOver.add(row.h());
            });
        }
        matters.add(told);
        waiting.empty(Kind.CHIP, handedOver);
        return rows.size() - handedOver.size();
    }

    private static PrivateMatter matter(Chip chip) {
        return new PrivateMatter(
                PrivateMatter.Kind.COERCION,
                chip.place(),
                chip.ownerUnit(),
                chip.matterUnit(),
                chip.day(),
                chip.level(),
                List.of(),
                null);
    }

    private byte[] written(Chip chip) {
        try {
            byte[] text = json.writeValueAsString(chip).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(BYTES).putInt(text.length).put(text).array();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Chip read(byte[] inner) {
        try {
            return json.readValue(inner, Integer.BYTES, ByteBuffer.wrap(inner).getInt(), Chip.class);
        } catch (IOException damaged) {
            throw new IllegalStateException("what lies in the box of a chip is none");
        }
    }
}
