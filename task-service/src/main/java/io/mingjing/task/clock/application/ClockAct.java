package io.mingjing.task.clock.application;

import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.task.clock.domain.ClockView;
import java.util.Optional;

/** What became of something asked of a clock. */
public sealed interface ClockAct {

    /** It was done. */
    record Done(ClockView clock) implements ClockAct {}

    /** No clock was going; it was noted for those that start later. */
    record Noted() implements ClockAct {}

    /** It was refused, and nothing changed. */
    record Refused(Why why) implements ClockAct {}

    /** Why a clock refuses. */
    enum Why {
        NO_CLOCK(CommonProblem.CONFLICT, "该任务没有正在计时的时限", "No clock is running for this task"),
        PAUSED(CommonProblem.CONFLICT, "时限已中止，请先恢复计时", "The clock is paused; resume it first"),
        OUT_OF_ORDER(
                CommonProblem.RULE,
                "时间不能早于时限的上一条记录，也不能晚于现在",
                "The moment must not lie before the clock's last entry or after now"),
        WOULD_UNBREACH(
                CommonProblem.RULE,
                "时限已逾期，不得以追溯中止消除逾期",
                "A clock that is overdue stays so; it cannot be paused in hindsight"),
        NOT_LATER(
                CommonProblem.RULE,
                "延期后的截止日必须晚于现在的截止日，且不早于今天",
                "The new due day must lie after the present one and not before today"),
        TOO_LATE(CommonProblem.RULE, "延期不得超过十年", "An extension reaches no further than ten years"),
        NOT_REACHED(CommonProblem.CONFLICT, "这一级尚未通知，或已通知更高一级", "This step is not the one that was reached last"),
        ALREADY_ACKNOWLEDGED(CommonProblem.CONFLICT, "这一级已经确认过", "This step has been acknowledged before"),
        NOT_ADDRESSED(
                CommonProblem.FORBIDDEN, "只有收到这一级通知的岗位才能确认", "Only a post that this step addressed may acknowledge it");

        private final CommonProblem problem;
        private final String zh;
        private final String en;

        Why(CommonProblem problem, String zh, String en) {
            this.problem = problem;
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    /**
     * The clock after the act; empty where none was going.
     *
     * @throws ProblemException when it was refused, with the refusal's status and words; rolls the use case back
     */
    default Optional<ClockView> orThrow() {
        return switch (this) {
            case Done done -> Optional.of(done.clock());
            case Noted noted -> Optional.empty();
            case Refused refused ->
                throw new ProblemException(refused.why().problem, refused.why().zh, refused.why().en);
        };
    }
}
