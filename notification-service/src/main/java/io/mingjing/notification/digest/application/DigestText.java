package io.mingjing.notification.digest.application;

import io.mingjing.notification.delivery.domain.Message;
import io.mingjing.notification.digest.domain.Digest;
import io.mingjing.notification.recipient.domain.Holder;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a digest into words, zh-CN; the template's first line is the subject, which tells nothing but that there is one. */
@ApplicationScoped
class DigestText {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "digest")
    static final class Words {

        private Words() {}

        static native TemplateInstance waitingV1(Digest digest, Holder to, String link);
    }

    private final String console;

    DigestText(@ConfigProperty(name = "mingjing.web.evaluation") String evaluationService) {
        this.console = evaluationService + "/evaluation/office";
    }

    Message of(Digest digest, Holder to, UUID id, String address) {
        String rendered = Words.waitingV1(digest, to, console).render();
        int end = rendered.indexOf('\n');
        return new Message(
                id, address, rendered.substring(0, end), rendered.substring(end).strip());
    }
}
