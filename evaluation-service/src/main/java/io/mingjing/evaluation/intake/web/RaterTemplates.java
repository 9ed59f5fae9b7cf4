package io.mingjing.evaluation.intake.web;

import io.mingjing.evaluation.intake.web.RatePage.Kiosk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/** The rater's pages. */
@CheckedTemplate(basePath = "rater", requireTypeSafeExpressions = false)
final class RaterTemplates {

    private RaterTemplates() {}

    static native TemplateInstance rate(RatePage page);

    /** @param code of a visit with further matters; null otherwise */
    static native TemplateInstance accepted(String receipt, @Nullable String code, @Nullable Kiosk kiosk);

    /** @param code null where it cannot be contested */
    static native TemplateInstance already(@Nullable String code, String matter, @Nullable Kiosk kiosk);

    static native TemplateInstance refused(RefusedPage page);

    static native TemplateInstance scan();

    /** @param fault why what was scanned opens nothing; null where nothing was scanned yet */
    static native TemplateInstance kiosk(Kiosk kiosk, @Nullable String fault);
}
