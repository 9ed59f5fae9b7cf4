package io.mingjing.evaluation.leaf;

import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.DayKeys;
import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.code.domain.RaterType;
import io.mingjing.evaluation.code.domain.Visit;
import io.mingjing.evaluation.code.persistence.VisitStore;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.intake.domain.Streams;
import io.mingjing.evaluation.leaf.application.SlotWatch;
import io.mingjing.evaluation.leaf.domain.Draw;
import io.mingjing.evaluation.leaf.domain.PoolKey;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.application.Units;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A small city whose visitors rate, for tests of the mixer on the real database. */
@ApplicationScoped
public class MixingWorld {

    /** A working day on which, by the provisional calendar, sections and bureaus gather; the day after it none does. */
    public static final LocalDate DAY = LocalDate.of(2026, 3, 19);

    private static final String TABLES = """
            rating, receipt, note, leaf, leaf_flag, private_item, quarantine, tested, slot_run, slot_assessed, slot_follower,
            leaf_outcome, leaf_counter, intake_tally, mixed_tally, visit, window_owner, paraphrase, leaf_paraphrase,
            city_order, city_order_counter, city_order_index, waiting_report, correction, correction_line, integrity_step, contact_wait,
            chip_wait, contact_box, contact_case, contact_call, contact_morning, second_offer, pending_digest,
            service_window, hall, matter, unit, intake, intake_dropped, audit, audit_head, outbox, outbox_seen
            """;

    private final SuperUser database;
    private final TestClock clock;
    private final Units units;
    private final Places places;
    private final DayKeys days;
    private final VisitStore visits;
    private final WorldRatings ratings;
    private final SlotWatch slots;
    private final Draw draw;
    private final Set<LocalDate> opened = new HashSet<>();

    MixingWorld(
            SuperUser database,
            TestClock clock,
            Units units,
            Places places,
            DayKeys days,
            VisitStore visits,
            WorldRatings ratings,
            SlotWatch slots,
            @ConfigProperty(name = "mingjing.leaf.draw-seed") String seed) {
        this.database = database;
        this.clock = clock;
        this.units = units;
        this.places = places;
        this.days = days;
        this.visits = visits;
        this.ratings = ratings;
        this.slots = slots;
        this.draw = new Draw(seed.getBytes(StandardCharsets.UTF_8));
    }

    /** An empty city on the morning of {@link #DAY}; slots before it count as run. */
    public void begin() {
        opened.clear();
        database.execute(
                "drop function if exists kill_me cascade",
                "create table if not exists outbox_seen (payload text)",
                "truncate spot, " + TABLES + " cascade",
                """
                create or replace function see_outbox() returns trigger language plpgsql security definer as $$
                begin insert into public.outbox_seen values (new.payload); return null; end $$""",
                "create or replace trigger see_outbox after insert on outbox for each row execute function see_outbox()");
        unit("GY", "广元市", "CITY", null);
        unit("GY-YSB", "市营商办（演示）", "CITY_OFFICE", "GY");
        unit("GY-KJJ", "广元市科学技术局", "BUREAU", "GY");
        unit("GY-KJJ-CGK", "成果科", "SECTION", "GY-KJJ");
        unit("GY-KJJ-ZGK", "资管科", "SECTION", "GY-KJJ");
        database.execute("insert into hall values ('H-1', '政务大厅（演示）', 'GY')");
        IntStream.rangeClosed(1, 3).forEach(this::matter);
        beginAt(DAY);
    }

    /** Sets the morning of a day, with all slots before it run. */
    public void beginAt(LocalDate day) {
        database.execute("truncate slot_run, slot_assessed, slot_follower");
        set(day, LocalTime.NOON);
        slots.look();
    }

    /** Leaves the clock to the other tests as it was. */
    public void end() {
        clock.set(Instant.now());
    }

    private void set(LocalDate day, LocalTime time) {
        clock.set(day.atTime(time).atZone(BusinessClock.ZONE).toInstant());
    }

    public void unit(String code, String name, String kind, @Nullable String parent) {
        units.record(new Unit(code, name, kind, parent, true), 1);
    }

    public void matter(int number) {
        database.execute("insert into matter (code, number, name, version) values ('M-%1$d', %1$d, '事项%1$d', 0)"
                .formatted(number));
        places.refresh();
    }

    public void window(String code, String owner, boolean feed) {
        database.execute(
                "insert into service_window values ('%s', %d, '%s号窗口（演示）', 'H-1', %s, 0)"
                        .formatted(code, Math.abs(code.hashCode() % 1_000_000), code, feed),
                "insert into window_owner values ('%s', '2000-01-01', '%s')".formatted(code, owner));
        places.refresh();
    }

    /** A window with an independent feed, whose draw at a day's slot passes or holds. */
    public String windowDrawn(boolean passes, LocalDate slotDay, String owner) {
        String code = IntStream.range(1, 1_000)
                .mapToObj(n -> "W-" + UUID.randomUUID().toString().substring(0, 8) + n)
                .filter(candidate -> passes(candidate, owner, slotDay) == passes)
                .findFirst()
                .orElseThrow();
        window(code, owner, true);
        return code;
    }

    /** A window with an independent feed, whose draw passes at several slots. */
    public String windowPassing(String owner, LocalDate... slotDays) {
        String code = Stream.generate(() -> "W-" + UUID.randomUUID())
                .filter(candidate -> Stream.of(slotDays).allMatch(day -> passes(candidate, owner, day)))
                .findFirst()
                .orElseThrow();
        window(code, owner, true);
        return code;
    }

    public boolean passes(String window, String owner, LocalDate slotDay) {
        return passes(PoolKey.ofWindow(window, owner, Streams.VISIT), slotDay);
    }

    public boolean passes(PoolKey pool, LocalDate slotDay) {
        return draw.passes(
                pool, slotDay.atTime(18, 0).atZone(BusinessClock.ZONE).toInstant());
    }

    /** Visits that were served at a window, numbered {@code <window>.<day>.<n>}. */
    public void serve(String window, String owner, LocalDate day, int from, int to, boolean confirmed) {
        open(CodeLife.expDay(day));
        visits.add(IntStream.rangeClosed(from, to)
                .mapToObj(n -> new Visit(
                        number(window, day, n),
                        window,
                        owner,
                        day,
                        List.of("M-1", "M-2", "M-3"),
                        RaterType.INDIVIDUAL,
                        confirmed))
                .toList());
    }

    public static String number(String window, LocalDate day, int n) {
        return window + "." + day + "." + n;
    }

    /** A rating as the intake would have sealed it, of the nth visit of a day. */
    public RatingRecord rating(String window, String owner, LocalDate day, int n, String matter, int level) {
        return ratings.ofVisit(number(window, day, n), owner, day, matter, level);
    }

    /** The receipt code that {@link #rating} gives. */
    public String receipt(String window, LocalDate day, int n, String matter) {
        return ratings.receipt(number(window, day, n), matter);
    }

    /** Stores a rating in a transaction of its own, as the intake does in a quiet hall. */
    public void rate(String window, RatingRecord rating) {
        open(CodeLife.expDay(rating.visitDay()));
        ratings.store(window, rating);
    }

    /** Stores one that can be given until a day of its own, as second ratings and surveys are. */
    public void rateUntil(LocalDate expDay, String place, RatingRecord rating) {
        open(expDay);
        ratings.store(place, rating, expDay);
    }

    /** A day that an earlier test dropped has its keys in memory still, but no partition any more. */
    private void open(LocalDate expDay) {
        days.open(expDay);
        if (opened.add(expDay)) {
            database.execute("select intake_open_day('%s')".formatted(expDay));
        }
    }

    /** The key of a rating's row in the intake. */
    public byte[] rowKey(RatingRecord rating) {
        return ratings.rowKey(rating);
    }

    /** The nth visitor of a day rates the first matter. */
    public void rate(String window, String owner, LocalDate day, int n, int level) {
        rate(window, rating(window, owner, day, n, "M-1", level));
    }

    public void rateWithNote(String window, String owner, LocalDate day, int n, int level, String note) {
        rate(window, Altered.withNote(rating(window, owner, day, n, "M-1", level), note));
    }

    /** The nth ticket, respondent or receipt of a stream that knows of no visits, at a place of whatever kind. */
    public RatingRecord ticket(String stream, String place, String owner, LocalDate day, int n, int level) {
        open(CodeLife.expDay(day));
        return ratings.ofTicket(stream, number(place, day, n), owner, day, level);
    }

    /** As many of them rate as there are levels. */
    public void tickets(String stream, String place, String owner, LocalDate day, int... levels) {
        for (int n = 1; n <= levels.length; n++) {
            rate(place, ticket(stream, place, owner, day, n, levels[n - 1]));
        }
    }

    /** Flips a bit in one box of a window; answers the damaged box in hexadecimal. */
    public String damageOneBox(String window) {
        String one = "(select h from intake where place = '%s' and octet_length(box) < 1000 order by h limit 1)"
                .formatted(window);
        String damaged = database.column("select encode(set_byte(box, 100, get_byte(box, 100) # 1), 'hex') from intake"
                        + " where h = " + one)
                .getFirst();
        database.execute("update intake set box = decode('%s', 'hex') where h = %s".formatted(damaged, one));
        return damaged;
    }

    /** Twelve are served and six rate, two of them poorly. */
    public void sixOfTwelve(String window, String owner, LocalDate day) {
        serve(window, owner, day, 1, 12, true);
        int[] levels = {5, 1, 4, 3, 2, 5};
        for (int n = 1; n <= levels.length; n++) {
            rate(window, owner, day, n, levels[n - 1]);
        }
    }

    /** The slot of a day comes, and the mixer looks. */
    public void slot(LocalDate day) {
        set(day, LocalTime.of(18, 0, 1));
        slots.look();
    }

    public List<String> events() {
        return database.column("select payload from outbox_seen");
    }
}
