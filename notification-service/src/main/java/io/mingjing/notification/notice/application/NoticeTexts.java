package io.mingjing.notification.notice.application;

import io.mingjing.notification.notice.domain.NoticeKind;
import io.mingjing.notification.notice.domain.Text;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts notices into words, zh-CN. Each names the item, the limit, how late it is, why it was sent and what to do, never a
 * general appeal. A template's first line is the subject. Words change with a new version beside the old one.
 */
@ApplicationScoped
class NoticeTexts {

    /** The templates, checked when the service is built. */
    @CheckedTemplate(basePath = "notice")
    static final class Words {

        private Words() {}

        static native TemplateInstance assignedV1(Assignment task, String link);

        static native TemplateInstance dueSoonV1(Rung rung, String link);

        static native TemplateInstance overdueV1(Rung rung, String link);

        static native TemplateInstance escalatedV1(Rung rung, String link);

        static native TemplateInstance pastDueV1(PastDue summary, String link);
    }

    private final String taskPages;

    NoticeTexts(@ConfigProperty(name = "mingjing.web.task") String taskService) {
        this.taskPages = taskService + "/task/tasks";
    }

    Text of(Assignment task) {
        String link = linkTo(task.taskId());
        return text("assigned", link, Words.assignedV1(task, link));
    }

    Text of(Rung rung, NoticeKind kind) {
        String link = linkTo(rung.taskId());
        return switch (kind) {
            case DUE_SOON -> text("dueSoon", link, Words.dueSoonV1(rung, link));
            case OVERDUE -> text("overdue", link, Words.overdueV1(rung, link));
            case ESCALATED -> text("escalated", link, Words.escalatedV1(rung, link));
            case ASSIGNED, PAST_DUE -> throw new IllegalArgumentException(kind + " is no rung");
        };
    }

    Text of(PastDue summary) {
        return text("pastDue", taskPages, Words.pastDueV1(summary, taskPages));
    }

    private String linkTo(UUID taskId) {
        return taskPages + "/" + taskId;
    }

    private static Text text(String template, String link, TemplateInstance words) {
        String rendered = words.render();
        int end = rendered.indexOf('\n');
        return new Text(
                template, 1, rendered.substring(0, end), rendered.substring(end).strip(), link);
    }
}
