package io.mingjing.kernel.ids;

import java.util.UUID;

/**
 * Makes identifiers. They are random (UUIDv4) and carry neither time nor order: behind a rating, a sequence or a
 * time-ordered id would say who came when.
 */
public interface Ids {

    UUID next();
}
