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
    public Optional<NoticeView> open(UUID noticeId, String recipient) {
        Instant now = clock.now();
        Optional<Notice> own = notices.lockOwn(noticeId, recipient);
        own.filter(notice -> notice.read(now)).ifPresent(notice -> dispatch.wasRead(notice, now));
        return own.map(NoticeView::of);
    }
}
