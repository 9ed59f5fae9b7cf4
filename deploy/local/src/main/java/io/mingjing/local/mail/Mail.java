package io.mingjing.local.mail;

import java.time.Instant;

/**
 * A mail that arrived, one per recipient.
 *
 * @param id its file name
 * @param receivedAt real time of arrival, not the business clock's
 * @param text the readable part
 */
public record Mail(String id, Instant receivedAt, String from, String to, String subject, String text) {}
