/** A Kafka broker in KRaft mode as a child process, with the declared topics. */
@NullMarked
package io.mingjing.local.kafka;

import org.jspecify.annotations.NullMarked;
