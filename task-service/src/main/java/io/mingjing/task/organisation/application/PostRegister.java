package io.mingjing.task.organisation.application;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.task.TaskProblem;
import io.mingjing.task.Violations;
import io.mingjing.task.organisation.domain.Holding;
import io.mingjing.task.organisation.persistence.HoldingRepository;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records who holds a post from which day. The one before leaves the day before; nobody is overwritten. */
@ApplicationScoped
public class PostRegister {

    private final UnitRepository units;
    private final HoldingRepository holdings;
    private final Registrar registrar;
    private final OrganisationAnnouncer announcer;
    private final BusinessClock clock;
    private final Ids ids;

    PostRegister(
            UnitRepository units,
            HoldingRepository holdings,
            Registrar registrar,
            OrganisationAnnouncer announcer,
            BusinessClock clock,
            Ids ids) {
        this.units = units;
        this.holdings = holdings;
        this.registrar = registrar;
        this.announcer = announcer;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Records a holder, or that a post is vacant. Saying the same again changes nothing.
     *
     * @param holder null when the post is vacant from that day
     * @param from first day; null means today, or for the present holder the day on record
     * @throws io.mingjing.kernel.http.ProblemException {@link TaskProblem#POST_INVALID}, or forbidden where the actor's
     *     posts do not reach; nothing recorded
     */
    @Transactional
    public void record(Post post, Holding.@Nullable Holder holder, @Nullable LocalDate from, Actor actor) {
        String postId = post.toString();
        refuseUnknownUnit(post);
        registrar.postAt(post.unit(), actor);
        holdings.lockPost(postId, post.role().word(), post.unit());
        Optional<Holding> latest = holdings.latest(postId);
        Optional<Holding> present = latest.filter(holding -> holding.until().isEmpty());
        if (holder != null && present.filter(holding -> holding.isOf(holder)).isPresent()) {
            correct(post, present.orElseThrow(), holder, from, actor);
        } else if (holder != null || present.isPresent()) {
            change(post, latest, holder, from == null ? clock.today() : from, actor);
        } else if (latest.isEmpty()) {
            announce(post, Optional.empty(), "POST_RECORDED", null, "空缺", actor);
        }
    }

    private void correct(Post post, Holding present, Holding.Holder holder, @Nullable LocalDate from, Actor actor) {
        if (from != null && !from.equals(present.from())) {
            refuse(
                    "from",
                    "该人员自 " + present.from() + " 起任此岗，任职日期不能更改",
                    "This person holds the post since " + present.from() + "; the day cannot change");
        }
        if (!present.holder().equals(holder)) {
            String before = present.holder().name();
            present.correct(holder);
            announce(post, Optional.of(present), "POST_CORRECTED", before, holder.name(), actor);
        }
    }

    private void change(
            Post post, Optional<Holding> latest, Holding.@Nullable Holder holder, LocalDate from, Actor actor) {
        if (from.isAfter(clock.today())) {
            refuse("from", "任职日期不能晚于今日（" + clock.today() + "）", "The day cannot be after today");
        }
        LocalDate free = latest.map(
                        holding -> holding.until().orElse(holding.from()).plusDays(1))
                .orElse(LocalDate.MIN);
        if (from.isBefore(free)) {
            refuse(
                    "from",
                    "前任任职至 " + free.minusDays(1) + "，新的任职日期应为 " + free + " 或以后",
                    "The one before holds the post until then; the day must be " + free + " or later");
        }
        Optional<Holding> present = latest.filter(holding -> holding.until().isEmpty());
        String before = present.map(holding -> holding.holder().name()).orElse(null);
        present.ifPresent(holding -> holding.endedOn(from.minusDays(1)));
        holdings.flush();
        Optional<Holding> next =
                Optional.ofNullable(holder).map(person -> Holding.begun(ids.next(), post.toString(), person, from));
        next.ifPresent(holdings::persistAndFlush);
        announce(post, next, "POST_CHANGED", before, holder == null ? "空缺" : holder.name(), actor);
    }

    private void announce(
            Post post,
            Optional<Holding> holding,
            String action,
            @Nullable String before,
            @Nullable String after,
            Actor actor) {
        var at = clock.now();
        long sequence =
                registrar.note(actor, registrar.postAt(post.unit(), actor), "post:" + post, action, before, after, at);
        announcer.postRecorded(post, holding, sequence, at);
    }

    private void refuseUnknownUnit(Post post) {
        if (units.findByIdOptional(post.unit()).isEmpty()) {
            refuse(
                    "postId",
                    "单位 " + post.unit() + " 不存在，请先登记单位",
                    "There is no unit " + post.unit() + "; record the unit first");
        }
    }

    private static void refuse(String field, String zh, String en) {
        Violations violations = new Violations();
        violations.add(field, zh, en);
        violations.refuseIfAny(TaskProblem.POST_INVALID);
    }
}
