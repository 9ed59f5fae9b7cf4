package io.mingjing.evaluation.leaf.persistence;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rating after mixing. What could tell visitors of one leaf apart is null unless the whole leaf shares it.
 *
 * @param context all of it, sealed, of one length
 */
public record MixedRow(
        UUID id,
        int level,
        List<String> reasons,
        String validity,
        String stream,
        @Nullable String place,
        @Nullable String ownerUnit,
        @Nullable String matter,
        @Nullable String raterType,
        @Nullable Integer pf,
        @Nullable Integer scaleVersion,
        byte[] context) {}
