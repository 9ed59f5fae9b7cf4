package io.mingjing.notification.delivery.domain;

import java.util.UUID;

/**
 * A notice as a channel sends it.
 *
 * @param noticeId the same over all attempts: what lets a repetition after an unknown outcome be recognised
 * @param address where to, in the channel's own form
 */
public record Message(UUID noticeId, String address, String subject, String body) {}
