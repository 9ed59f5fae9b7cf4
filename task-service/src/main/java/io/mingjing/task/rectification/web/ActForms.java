package io.mingjing.task.rectification.web;

import static io.mingjing.task.rectification.web.FormField.Kind.DAY;
import static io.mingjing.task.rectification.web.FormField.Kind.LINE;
import static io.mingjing.task.rectification.web.FormField.Kind.TEXT;

import io.mingjing.kernel.http.Language;
import io.mingjing.task.rectification.application.TaskView;
import io.mingjing.task.rectification.domain.Evidence;
import io.mingjing.task.rectification.web.FormField.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lays out exactly the forms that a person may send now; what was sent with faults comes back as it was.
 *
 * @param key marks one filling of the progress form, so that sending it twice enters it once
 */
record ActForms(TaskView view, LocalDate today, String key, Sent sent) {

    /** Never refilled: they say which state of the page was sent. */
    private static final Set<String> OF_THE_PAGE = Set.of("version", "key", "step");

    List<ActForm> all() {
        return Arrays.stream(ActPath.values())
                .filter(path -> view.may().contains(path.act()))
                .map(this::form)
                .toList();
    }

    private ActForm form(ActPath path) {
        boolean again = path.path().equals(sent.path());
        FormField version =
                FormField.hidden("version", String.valueOf(view.task().version()));
        List<FormField> fields = Stream.concat(Stream.of(version), fields(path))
                .map(field -> again && !OF_THE_PAGE.contains(field.name())
                        ? field.filled(sent.value(field.name()), sent.fault(field.name()))
                        : field)
                .toList();
        return new ActForm(path.path(), path.act().zh(), path.act().en(), path.danger(), again || path.usual(), fields);
    }

    private Stream<FormField> fields(ActPath path) {
        return switch (path) {
            case ACCEPTANCE -> Stream.of();
            case PROGRESS -> progress();
            case CLOSE_REQUESTS, VERIFICATION -> Stream.of(FormField.of("note", TEXT, "说明", "Note", 2000));
            case CLOSURE ->
                Stream.of(FormField.of("outcome", TEXT, "整改结果", "Outcome", 1000)
                        .need()
                        .hinted("办事群众可以看到这段文字", "Visitors can read this"));
            case ACKNOWLEDGEMENTS ->
                Stream.of(FormField.hidden("step", String.valueOf(view.step().orElse(0))));
            case EXTENSIONS ->
                Stream.of(FormField.of("dueDay", DAY, "新的截止日", "New due day", 0).need(), reason());
            case RETURN, REISSUE, HAND_BACK, SUSPENSION, RESUMPTION, CANCELLATION -> Stream.of(reason());
        };
    }

    private Stream<FormField> progress() {
        List<Option> measures = view.task().measures().stream()
                .map(measure -> new Option(measure.number(), measure.number() + " " + measure.words()))
                .toList();
        List<Option> kinds = Arrays.stream(Evidence.Kind.values())
                .map(kind -> new Option(kind.name(), Language.current().pick(kind.zh(), kind.en())))
                .toList();
        return Stream.of(
                FormField.hidden("key", key),
                FormField.choice("measure", "措施", "Measure", measures),
                FormField.of("note", TEXT, "进展", "Progress", 2000).need(),
                FormField.of("evidenceName", LINE, "佐证名称", "Evidence", 200)
                        .hinted(
                                "没有佐证可不填；申请销号前每条措施都要有佐证",
                                "May be left out; every measure needs evidence before close-out"),
                FormField.choice("evidenceKind", "佐证类别", "Kind of evidence", kinds),
                FormField.of("evidenceDate", DAY, "佐证日期", "Day of evidence", 0).filled(today.toString(), null),
                FormField.of("evidenceLink", LINE, "佐证网址", "Link to the evidence", 1000),
                FormField.of("evidenceText", TEXT, "佐证文字", "Text of the evidence", 4000));
    }

    private static FormField reason() {
        return FormField.of("reason", TEXT, "理由", "Reason", 2000).need();
    }
}
