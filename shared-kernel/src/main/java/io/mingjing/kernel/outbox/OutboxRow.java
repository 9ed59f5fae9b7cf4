package io.mingjing.kernel.outbox;

import java.util.Map;

/** An event that waits to be sent. */
record OutboxRow(long id, String topic, String key, Map<String, String> headers, String payload) {}
