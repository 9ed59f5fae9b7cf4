package io.mingjing.notification.notice.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.notice.domain.Notice;
import io.mingjing.notification.notice.persistence.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a person does with an own notice. */
@ApplicationScoped
public class Inbox {

    private final Notices notices;
    private final Dispatch dispatch;
    private final BusinessClock clock;

    Inbox(Notices notices, Dispatch dispatch, BusinessClock clock) {
        this.notices = notices;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Opens a notice and enters the first opening into its ledger; empty where it is not the person's own. */
    @Transactional
    public Optional<Notice> open(UUID noticeId, String recipient) {
        Optional<Notice> own = notices.own(noticeId, recipient);
        if (own.filter(notice -> notice.readAt().isEmpty()).isPresent()) {
            Instant now = clock.now();
            notices.lock(noticeId)
                    .filter(notice -> notice.read(now))
                    .ifPresent(notice -> dispatch.wasRead(notice, now));
        }
        return own;
    }
}
