package io.mingjing.evaluation.code.api;

import io.mingjing.evaluation.code.application.PostedCodeRegister.Posting;
import io.mingjing.evaluation.code.domain.PostedKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the register of place codes takes. */
public final class PostedCodeRequests {

    private PostedCodeRequests() {}

    /**
     * @param place code of a window or rating point
     * @param position where exactly it hangs
     * @param postedDay null for today
     */
    public record PostingRequest(
            @NotNull(
                    message =
                            "请填写类别：WINDOW、SECTION_DOOR、NOTICE_BOARD、KIOSK 或 ONLINE | give the kind: WINDOW, SECTION_DOOR, NOTICE_BOARD, KIOSK or ONLINE")
            PostedKind kind,

            @NotBlank(message = "请填写窗口或评价点编码 | give the code of a window or rating point")
            @Size(max = 40, message = "编码最多 40 个字符 | 40 characters at most")
            String place,

            @Nullable @Size(max = 100, message = "张贴位置最多 100 字 | 100 characters at most")
            String position,

            @Nullable LocalDate postedDay) {

        Posting posting() {
            String where = position == null || position.isBlank() ? null : position.strip();
            return new Posting(kind, place.strip(), where, postedDay);
        }
    }

    /** Why a code ends. */
    public record EndRequest(
            @NotBlank(message = "请填写原因 | give the reason")
            @Size(max = 200, message = "原因最多 200 字 | 200 characters at most")
            String reason) {}
}
