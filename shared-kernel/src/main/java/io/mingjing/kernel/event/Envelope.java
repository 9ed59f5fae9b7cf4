package io.mingjing.kernel.event;

import java.time.Instant;
import java.util.UUID;

/**
 * An event with its CloudEvents attributes.
 *
 * @param id {@code ce_id}: what the inbox remembers
 * @param source {@code ce_source}: the service
 * @param sequence {@code ce_sequence}: counts per aggregate, from 1
 * @param time {@code ce_time}: business time of the fact
 */
public record Envelope(UUID id, String source, long sequence, Instant time, DomainEvent event) {}
