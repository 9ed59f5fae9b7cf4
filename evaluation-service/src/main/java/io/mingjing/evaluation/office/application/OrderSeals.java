package io.mingjing.evaluation.office.application;

import io.mingjing.evaluation.leaf.application.PendingOpening.Found;
import io.mingjing.evaluation.office.domain.CityOrder;
import io.mingjing.evaluation.office.persistence.CityOrderRows.SealedOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Seals and opens own orders, and names what they are about by a keyed hash. */
@ApplicationScoped
class OrderSeals {

    /** Room for a note and a result of the longest kind, so that every row has one length. */
    private static final int SIZE = 8_192;

    private static final String KIND = "order";

    private final OfficeSeals seals;

    OrderSeals(OfficeSeals seals) {
        this.seals = seals;
    }

    SealedOrder sealed(CityOrder order, byte[] ref) {
        return new SealedOrder(order.id(), ref, order.leafId(), order.opened(), sealed(order));
    }

    byte[] sealed(CityOrder order) {
        return seals.seal(KIND, order.id(), SIZE, order);
    }

    CityOrder open(SealedOrder row) {
        return seals.open(KIND, row.id(), row.seal(), CityOrder.class);
    }

    List<byte[]> refsOf(UUID leaf) {
        return seals.refs("order leaf", leaf.toString().getBytes(StandardCharsets.US_ASCII));
    }

    List<byte[]> refsOf(Found found) {
        return seals.refs("order rating", found.expDay().toString().getBytes(StandardCharsets.US_ASCII), found.h());
    }
}
