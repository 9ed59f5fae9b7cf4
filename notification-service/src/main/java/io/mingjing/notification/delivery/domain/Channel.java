package io.mingjing.notification.delivery.domain;

/** Sends messages. Never called inside a transaction: a slow server holds neither a lock nor a connection. */
public interface Channel {

    /** Tries once, within the channel's time-out; whatever goes wrong is an outcome. */
    Outcome send(Message message);
}
