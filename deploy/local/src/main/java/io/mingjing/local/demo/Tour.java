package io.mingjing.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingjing.local.demo.PublicApi.Answer;
import io.mingjing.local.mail.Mail;
import io.mingjing.local.oidc.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The five-minute tour of the README, played on a system of its own: a poor rating from the visitor's phone to the task
 * it leads to, up the ladder, to its close and back to the visitor.
 */
public final class Tour {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration EVENTS_TRAVEL = Duration.ofSeconds(60);
    private static final int PORT_BASE = 8280;

    private static final String THURSDAY = "2026-03-19T10:00+08:00";
    private static final String SLOT = "2026-03-19T18:00:01+08:00";
    private static final String DUE_SOON = "2026-03-24T09:00:01+08:00";
    private static final String OVERDUE = "2026-03-27T09:00:01+08:00";
    private static final String LEADER = "2026-03-31T09:00:01+08:00";

    private final TourSystem system;
    private final Guide guide;
    private String taskPath = "";

    private Tour(TourSystem system, Guide guide) {
        this.system = system;
        this.guide = guide;
    }

    /**
     * Plays the tour.
     *
     * @param words {@code --port-base N}, or nothing
     */
    public static void main(String[] words) {
        int base = words.length == 2 && words[0].equals("--port-base") ? Integer.parseInt(words[1]) : PORT_BASE;
        Path home = Path.of(System.getProperty("mingjing.home", "."));
        try (TourSystem system = new TourSystem(home, base)) {
            new Tour(system, new Guide()).play();
        }
    }

    private void play() {
        guide.station("Starting a new system on Thursday 19 March 2026, 10:00; half a minute 正在启动");
        system.goTo(THURSDAY);
        guide.look("the start page, its people and its health", system.start(), "");
        guide.look(
                "the plan of Guangyuan's bureau, as published",
                system.task().resolve("/task/plans"),
                "demo-coordinator");
        guide.look("one summary of what was past at import", system.mailsPage(), "");

        TourRaters raters = rate();
        cityOfficeSees();
        bureauSees("Before the slot the bureau sees 时点之前，被评单位看到的");

        guide.station("Thursday 18:00, the mixing slot: twelve and more served, six rated, so their group closes 成组公布");
        system.goTo(SLOT);
        JsonNode task = awaited("the task", this::leafTask);
        taskPath = "/api/v1/tasks/" + task.get("id").asText();
        bureauSees("Now the section has one task with sums, and no rating 只有合计");
        guide.look(
                "its task",
                system.task().resolve("/task/tasks/" + task.get("id").asText()),
                "demo-cgk");

        climb(task.get("number").asText());
        workOff();

        guide.station("The visitor types the receipt 凭回执查询");
        JsonNode outcome = awaited(
                "the outcome", () -> Optional.of(raters.answer()).filter(answer -> answer.hasNonNull("closeNumber")));
        guide.say("%s · %s · %s"
                .formatted(
                        outcome.path("heading").asText(),
                        outcome.path("closeNumber").asText(),
                        outcome.path("outcome").asText()));
        guide.look(
                "the same on a page, receipt " + raters.receipts().getFirst(),
                system.evaluation().resolve("/r/receipt"),
                "");
        guide.end();
    }

    private TourRaters rate() {
        guide.station("Six visitors rate with their phones, two of them poorly 六位办事人评价，两位差评");
        TourRaters raters = new TourRaters(system, system.demo(LocalDate.parse(THURSDAY.substring(0, 10))));
        guide.look("the form, as a visitor who has not rated yet", raters.unused(), "");
        IntStream.range(0, 6).forEach(visitor -> raters.rate(visitor, visitor < 2));
        guide.say("receipts: " + raters.receipts());
        return raters;
    }

    private void cityOfficeSees() {
        guide.station("The city office sees the poor ones at once 市营商办立即可见");
        Answer pending = system.as("demo-city-office", system.evaluation()).get("/api/v1/pending-ratings");
        pending.body()
                .path("items")
                .forEach(rating -> guide.say("%s %s, level %s, reasons %s: %s"
                        .formatted(
                                rating.path("day").asText(),
                                rating.path("placeName").asText(),
                                rating.path("level").asText(),
                                rating.path("reasons"),
                                rating.path("note").asText())));
        guide.look("the same list", system.evaluation().resolve("/evaluation/pending"), "demo-city-office");
    }

    private void bureauSees(String title) {
        guide.station(title);
        Answer leaves = system.as("demo-cgk", system.evaluation()).get("/api/v1/leaves");
        guide.say("published groups: " + leaves.body().path("items").size());
        guide.say("tasks from ratings: "
                + leafTask()
                        .map(task -> task.get("number").asText() + " "
                                + task.get("title").asText())
                        .orElse("none"));
    }

    private void climb(String number) {
        for (List<String> step : List.of(
                List.of(DUE_SOON, "Tuesday 24 March: due on Thursday 临期提醒", "【临期提醒】"),
                List.of(OVERDUE, "Friday 27 March: overdue, the section is urged 逾期催办", "【逾期催办】"),
                List.of(LEADER, "Tuesday 31 March: the leader in charge hears 升级督办", "【升级督办】"))) {
            guide.station(step.get(1));
            system.goTo(step.get(0));
            awaited("the mail", () -> mails(step.get(2), number).findFirst());
            mails(step.get(2), number).forEach(mail -> guide.say(mail.to() + ": " + mail.subject()));
        }
        guide.look("all mails", system.mailsPage(), "");
        guide.look("the leader's inbox", system.notification().resolve("/notification/inbox"), "demo-leader");
    }

    private Stream<Mail> mails(String kind, String number) {
        return system.mails().stream()
                .filter(mail -> mail.subject().startsWith(kind) && mail.text().contains(number));
    }

    private void workOff() {
        guide.station("The section works it off; a second person verifies and closes 两人销号");
        PublicApi section = system.as("demo-cgk", system.task());
        PublicApi coordinator = system.as("demo-coordinator", system.task());
        act(section, "acceptance", JSON.createObjectNode());
        ObjectNode progress = JSON.createObjectNode().put("measure", "1").put("note", "已核查并整改（演示）");
        progress.putArray("evidence")
                .addObject()
                .put("name", "一次性告知清单（演示）")
                .put("kind", "DOCUMENT")
                .put("date", LEADER.substring(0, 10))
                .put("text", "清单已上墙（演示）");
        act(section, "progress", progress);
        guide.say("the same person, given the coordinator's post too, asks for close-out and tries to verify it:");
        PublicApi both = system.as(
                new Person("demo-cgk", "王丽（演示）", "", List.of("section@GY-KJJ-CGK", "coordinator@GY-KJJ")),
                system.task());
        act(both, "close-requests", JSON.createObjectNode());
        act(both, "verification", JSON.createObjectNode());
        guide.say("somebody else:");
        act(coordinator, "verification", JSON.createObjectNode());
        act(coordinator, "closure", JSON.createObjectNode().put("outcome", "已张贴一次性告知清单并向办事群众致歉（演示）"));
    }

    private void act(PublicApi person, String act, ObjectNode body) {
        Answer answer = person.post(taskPath + "/" + act, "tour-" + act, body);
        guide.say("%s → %s %s"
                .formatted(
                        act,
                        answer.status(),
                        answer.isSuccess()
                                ? answer.body().path("state").asText()
                                : answer.body().path("detail").asText()));
    }

    private Optional<JsonNode> leafTask() {
        Answer tasks = system.as("demo-cgk", system.task()).get("/api/v1/tasks?limit=200");
        return tasks.body()
                .path("items")
                .valueStream()
                .filter(task -> task.path("title").asText().contains("差评整改"))
                .findFirst();
    }

    private static <T> T awaited(String what, Supplier<Optional<T>> question) {
        Patience patience = new Patience(EVENTS_TRAVEL);
        while (!patience.isOver()) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            patience.pause();
        }
        throw new IllegalStateException("waited in vain for " + what);
    }
}
