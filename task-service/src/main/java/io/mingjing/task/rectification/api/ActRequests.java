package io.mingjing.task.rectification.api;

import io.mingjing.task.rectification.application.SectionDesk;
import io.mingjing.task.rectification.domain.Evidence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sent with an act on a task. */
final class ActRequests {

    private ActRequests() {}

    /** An act that may carry a note. */
    record Note(
            @Nullable @Size(max = 2000, message = "说明最多 2000 字 | 2000 characters at most")
            String note) {}

    /** An act that needs a reason. */
    record Reason(
            @NotBlank(message = "请填写理由 | give the reason")
            @Size(max = 2000, message = "理由最多 2000 字 | 2000 characters at most")
            String reason) {}

    /** Closing: what was done, in words the visitor may read. */
    record Outcome(
            @NotBlank(message = "请填写整改结果（办事群众可以看到） | give the outcome; visitors can read it")
            @Size(max = 1000, message = "整改结果最多 1000 字 | 1000 characters at most")
            String outcome) {}

    /** Acknowledging a step of the ladder. */
    record Acknowledgement(
            @NotNull(message = "请填写级别 step | give the step")
            @Min(value = 0, message = "step 应为 0 至 9 | the step is from 0 to 9")
            @Max(value = 9, message = "step 应为 0 至 9 | the step is from 0 to 9")
            Integer step) {}

    /** Extending the limit. */
    record Extension(
            @NotNull(message = "请填写新的截止日，例如 2026-03-31 | give the new due day, such as 2026-03-31")
            LocalDate dueDay,

            @NotBlank(message = "请填写理由 | give the reason")
            @Size(max = 2000, message = "理由最多 2000 字 | 2000 characters at most")
            String reason) {}

    /** Progress on one measure. */
    record Progress(
            @Nullable String measure,

            @NotBlank(message = "请填写进展 | give the progress")
            @Size(max = 2000, message = "进展最多 2000 字 | 2000 characters at most")
            String note,

            @Nullable @Size(max = 20, message = "一次最多 20 份佐证 | 20 pieces at most")
            List<@NotNull(message = "不能为空 | must not be null") @Valid Piece> evidence) {

        SectionDesk.Progress value() {
            return new SectionDesk.Progress(
                    measure,
                    note.strip(),
                    evidence == null
                            ? List.of()
                            : evidence.stream().map(Piece::value).toList());
        }
    }

    /** A piece of evidence. */
    record Piece(
            @NotBlank(message = "请填写佐证名称 | give the name")
            @Size(max = 200, message = "佐证名称最多 200 字 | 200 characters at most")
            String name,

            @NotNull(
                    message =
                            "请填写佐证类别：DOCUMENT、MINUTES、PHOTO、PAGE 或 OTHER | give the kind: DOCUMENT, MINUTES, PHOTO, PAGE or OTHER")
            Evidence.Kind kind,

            @NotNull(message = "请填写佐证日期，例如 2026-03-19 | give the day, such as 2026-03-19")
            LocalDate date,

            @Nullable
            @Size(max = 1000, message = "网址最多 1000 字 | 1000 characters at most")
            @Pattern(
                    regexp = "https?://[^\\s/]+\\S*",
                    message = "应为 http 或 https 网址 | must be an http or https address")
            String link,

            @Nullable @Size(max = 4000, message = "文字佐证最多 4000 字 | 4000 characters at most")
            String text) {

        @AssertTrue(message = "link 和 text 至少填一项 | needs a link or a text")
        boolean isProof() {
            return link != null || (text != null && !text.isBlank());
        }

        Evidence.Piece value() {
            return new Evidence.Piece(name.strip(), kind, date, link, text);
        }
    }
}
