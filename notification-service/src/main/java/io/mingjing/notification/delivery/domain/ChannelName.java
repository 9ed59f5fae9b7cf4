package io.mingjing.notification.delivery.domain;

/** Ways to reach a person. */
public enum ChannelName {
    /** The in-app inbox (站内通知): delivered when stored. */
    INBOX,
    /** E-mail: sent when the mail server has taken it; SMTP does not tell what became of it after that. */
    EMAIL
}
