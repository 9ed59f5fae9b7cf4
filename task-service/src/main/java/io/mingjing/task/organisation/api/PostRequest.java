package io.mingjing.task.organisation.api;

import io.mingjing.task.organisation.domain.Holding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a post.
 *
 * @param holder null when it is vacant
 * @param from first day; absent means today
 */
public record PostRequest(
        @Nullable @Valid Holder holder, @Nullable LocalDate from) {

    /** The person. */
    public record Holder(
            @NotBlank(message = "请填写任职人的登录标识 subject | give the subject of the holder")
            @Size(max = 200, message = "subject 最多 200 字 | the subject has 200 characters at most")
            String subject,

            @NotBlank(message = "请填写任职人姓名 | give the name of the holder")
            @Size(max = 100, message = "姓名最多 100 字 | the name has 100 characters at most")
            String name,

            @Nullable
            @Email(message = "电子邮箱格式不对，例如 name@example.cn | an e-mail address looks like name@example.cn")
            @Size(max = 254, message = "电子邮箱最多 254 字 | an e-mail address has 254 characters at most")
            String email) {

        Holding.Holder value() {
            return new Holding.Holder(subject, name.strip(), email);
        }
    }

    Holding.@Nullable Holder value() {
        return holder == null ? null : holder.value();
    }
}
