package io.mingjing.evaluation.contact.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.contact.persistence.ContactBoxes;
import io.mingjing.evaluation.contact.persistence.ContactCases;
import io.mingjing.evaluation.contact.persistence.Waiting;
import io.mingjing.evaluation.contact.persistence.Waiting.Kind;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Deletes contacts that have served their purpose (个人信息保护法 art. 19, 47), and rows whose box went long ago. */
@ApplicationScoped
public class ContactTidying {

    private final EvaluationConfig config;
    private final ContactBoxes boxes;
    private final ContactCases cases;
    private final Waiting waiting;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ContactTidying(
            EvaluationConfig config,
            ContactBoxes boxes,
            ContactCases cases,
            Waiting waiting,
            AuditTrail audit,
            BusinessClock clock) {
        this.config = config;
        this.boxes = boxes;
        this.cases = cases;
        this.waiting = waiting;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return how many contacts went; what is left over goes with the next run */
    @Transactional
    public int run() {
        LocalDate today = clock.today();
        LocalDate dueBefore = today.minusDays(config.contact().keepDays());
        LocalDate doneBefore = today.minusDays(config.contact().keepDoneDays());
        int deleted = 0;
        for (UUID id : cases.outlived(dueBefore, doneBefore)) {
            if (boxes.delete(id)) {
                cases.lock(id).ifPresent(found -> cases.update(found.given(today)));
                audit.append(new AuditTrail.Act(
                        "contact:" + id,
                        "CONTACT_DELETED",
                        "system",
                        "contact",
                        null,
                        null,
                        null,
                        "retention",
                        clock.now()));
                deleted++;
            }
        }
        waiting.forget(Kind.CONTACT, today);
        waiting.forget(Kind.CHIP, today);
        return deleted;
    }
}
