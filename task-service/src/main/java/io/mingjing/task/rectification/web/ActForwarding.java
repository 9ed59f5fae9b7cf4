package io.mingjing.task.rectification.web;

import io.mingjing.kernel.http.FreeText;
import io.mingjing.task.Fields;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.Violations;
import io.mingjing.task.rectification.application.CloseOutDesk;
import io.mingjing.task.rectification.application.On;
import io.mingjing.task.rectification.application.SectionDesk;
import io.mingjing.task.rectification.application.SteeringDesk;
import io.mingjing.task.rectification.domain.Evidence;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a form's fields and hands the act to the desk that does it. */
@ApplicationScoped
class ActForwarding {

    private final SectionDesk sections;
    private final CloseOutDesk closeOut;
    private final SteeringDesk steering;

    ActForwarding(SectionDesk sections, CloseOutDesk closeOut, SteeringDesk steering) {
        this.sections = sections;
        this.closeOut = closeOut;
        this.steering = steering;
    }

    /**
     * Does the act.
     *
     * @throws io.mingjing.kernel.http.ProblemException violations by the names of the form's fields, or the act's refusal
     */
    void perform(ActPath path, On on, Map<String, String> form) {
        Input input = new Input(form, new Fields(new Violations()));
        switch (path) {
            case ACCEPTANCE -> sections.accept(on);
            case PROGRESS -> {
                SectionDesk.Progress progress = progress(input);
                sections.progress(on, progress, input.optional("key", 200));
            }
            case CLOSE_REQUESTS -> {
                String note = input.optional("note", 2000);
                sections.requestClose(on, input.right(note));
            }
            case VERIFICATION -> {
                String note = input.optional("note", 2000);
                closeOut.verify(on, input.right(note));
            }
            case CLOSURE -> closeOut.close(on, input.needed("outcome", 1000));
            case RETURN -> closeOut.sendBack(on, input.needed("reason", 2000));
            case ACKNOWLEDGEMENTS -> steering.acknowledge(on, input.step());
            case EXTENSIONS -> {
                LocalDate day = input.fields().day("dueDay", form.get("dueDay"));
                String reason = input.needed("reason", 2000);
                steering.extend(on, Objects.requireNonNull(day), reason);
            }
            case REISSUE -> steering.reissue(on, input.needed("reason", 2000));
            case HAND_BACK -> sections.handBack(on, input.needed("reason", 2000));
            case SUSPENSION -> steering.suspend(on, input.needed("reason", 2000));
            case RESUMPTION -> steering.resume(on, input.needed("reason", 2000));
            case CANCELLATION -> steering.cancel(on, input.needed("reason", 2000));
        }
    }

    private static SectionDesk.Progress progress(Input input) {
        String measure = input.optional("measure", 20);
        String note = input.fields().required("note", input.text("note"), 2000);
        Evidence.Piece piece = null;
        if (input.given("evidenceName") || input.given("evidenceLink") || input.given("evidenceText")) {
            piece = piece(input);
        }
        input.refuseIfWrong();
        return new SectionDesk.Progress(
                measure, Objects.requireNonNull(note), piece == null ? List.of() : List.of(piece));
    }

    private static Evidence.@Nullable Piece piece(Input input) {
        Fields fields = input.fields();
        String name = fields.required("evidenceName", input.text("evidenceName"), 200);
        Evidence.Kind kind = fields.word("evidenceKind", input.text("evidenceKind"), Evidence.Kind.class);
        LocalDate day = fields.day("evidenceDate", input.text("evidenceDate"));
        String link = fields.link("evidenceLink", input.text("evidenceLink"));
        String text = fields.optional("evidenceText", input.text("evidenceText"), 4000);
        if (!input.given("evidenceLink") && text == null) {
            fields.violations().add("evidenceText", "佐证网址和佐证文字至少填一项", "give a link or a text");
        }
        return name == null || kind == null || day == null ? null : new Evidence.Piece(name, kind, day, link, text);
    }

    /** The fields of one form. */
    private record Input(Map<String, String> form, Fields fields) {

        @Nullable
        String text(String name) {
            String sent = form.get(name);
            return sent == null ? null : new FreeText(sent).value();
        }

        boolean given(String name) {
            String sent = form.get(name);
            return sent != null && !sent.isBlank();
        }

        @Nullable
        String optional(String name, int longest) {
            return fields.optional(name, text(name), longest);
        }

        /** A value that must be there; refuses the form when it, or a field read before, is wrong. */
        String needed(String name, int longest) {
            String read = fields.required(name, text(name), longest);
            refuseIfWrong();
            return Objects.requireNonNull(read);
        }

        @Nullable
        String right(@Nullable String read) {
            refuseIfWrong();
            return read;
        }

        int step() {
            String sent = form.getOrDefault("step", "");
            if (!sent.matches("\\d")) {
                fields.violations().add("step", "应为 0 至 9 的整数", "must be a whole number from 0 to 9");
            }
            refuseIfWrong();
            return Integer.parseInt(sent);
        }

        void refuseIfWrong() {
            fields.violations().refuseIfAny(TaskProblem.ACT_INVALID);
        }
    }
}
