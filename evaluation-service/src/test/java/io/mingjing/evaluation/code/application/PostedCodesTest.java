package io.mingjing.evaluation.code.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.City;
import io.mingjing.evaluation.TestClock;
import io.mingjing.evaluation.code.application.PostedCodes.Reading;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.code.domain.PostedState;
import io.mingjing.evaluation.code.domain.Ticket;
import io.mingjing.evaluation.code.persistence.PostedCodeRepository;
import io.mingjing.local.RealPartsResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Place codes and their tickets cannot be forged, and a code that ended opens nothing. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PostedCodesTest {

    private final PostedCodes codes;
    private final Tickets tickets;
    private final VisitCodes visitCodes;
    private final PostedCodeRepository repository;
    private final DayKeys days;
    private final TestClock clock;

    private PostedCode posted;

    PostedCodesTest(
            PostedCodes codes,
            Tickets tickets,
            VisitCodes visitCodes,
            PostedCodeRepository repository,
            DayKeys days,
            TestClock clock) {
        this.codes = codes;
        this.tickets = tickets;
        this.visitCodes = visitCodes;
        this.repository = repository;
        this.days = days;
        this.clock = clock;
    }

    @BeforeEach
    void aCodeOnTheWall() {
        posted = stored(PostedState.ACTIVE);
    }

    @Test
    void whatHangsOnTheWallIsReadAgain() {
        assertThat(codes.read(codes.write(posted)))
                .isInstanceOfSatisfying(
                        Reading.Good.class, good -> assertThat(good.code().id()).isEqualTo(posted.id()));
        assertThat(codes.write(posted)).isEqualTo(codes.write(posted)).hasSize(30);
    }

    @Test
    void everyChangeOfOneByteIsRefused() {
        Predicate<String> place = changed -> !(codes.read(changed) instanceof Reading.NotOurs);
        Predicate<String> ticket = changed -> tickets.read(changed).isPresent();

        assertNoChangeOfOneCharacterIsTaken(codes.write(posted), place);
        assertNoChangeOfOneCharacterIsTaken(tickets.issue(posted), ticket);
        assertNoChangeOfOneByteIsTaken(codes.write(posted), place);
        assertNoChangeOfOneByteIsTaken(tickets.issue(posted), ticket);
    }

    @Test
    void theKeysOfEveryTicketsDayLieReadyBeforeTheFirstScan() {
        for (int ahead = 0; ahead <= 4; ahead++) {
            assertThat(days.find(clock.today().plusDays(ahead))).isPresent();
        }
    }

    @Test
    void noTextIsGoodInThePlaceOfAnother() {
        String place = codes.write(posted);
        String ticket = tickets.issue(posted);

        assertThat(tickets.read(place)).isEmpty();
        assertThat(codes.read(ticket)).isInstanceOf(Reading.NotOurs.class);
        assertThat(visitCodes.read(place)).isInstanceOf(VisitCodes.Reading.NotOurs.class);
        assertThat(visitCodes.read(ticket)).isInstanceOf(VisitCodes.Reading.NotOurs.class);
        for (String text : List.of("", "A", place + "A", place.substring(1), place + place, "A".repeat(5_000))) {
            assertThat(codes.read(text)).isInstanceOf(Reading.NotOurs.class);
            assertThat(tickets.read(text)).isEmpty();
        }
    }

    @Test
    void aCodeThatEndedSaysSoAndSoDoItsTickets() {
        for (PostedState end : List.of(PostedState.WITHDRAWN, PostedState.DAMAGED)) {
            PostedCode ended = stored(end);

            assertThat(codes.read(codes.write(ended)))
                    .isInstanceOfSatisfying(
                            Reading.Withdrawn.class,
                            reading -> assertThat(reading.code().state()).isEqualTo(end));
            Ticket before = tickets.read(tickets.issue(ended)).orElseThrow();
            assertThat(codes.of(before)).isInstanceOf(Reading.Withdrawn.class);
        }
    }

    @Test
    void aGenuineCodeThatIsNotInTheRegisterIsNotOurs() {
        PostedCode unknown =
                new PostedCode(UUID.randomUUID(), 3, PostedKind.ONLINE, City.WINDOW, "GY-KJJ-CGK", null, clock.today());

        assertThat(codes.read(codes.write(unknown))).isInstanceOf(Reading.NotOurs.class);
    }

    @Test
    void everyScanGivesAnotherTicketThatIsGoodAsLongAsAVisitsCode() {
        Set<String> issued = new HashSet<>();
        for (int scan = 0; scan < 500; scan++) {
            issued.add(tickets.issue(posted));
        }
        String text = tickets.issue(posted);
        Ticket ticket = tickets.read(text).orElseThrow();

        assertThat(issued).hasSize(500);
        assertThat(ticket.number()).isEqualTo(posted.number());
        assertThat(ticket.day()).isEqualTo(clock.today());
        assertThat(ticket.expDay()).isEqualTo(clock.today().plusDays(3));
        clock.forward(Duration.ofDays(3));
        try {
            assertThat(tickets.read(text)).isPresent();
            clock.forward(Duration.ofDays(1));
            assertThat(tickets.read(text)).isEmpty();
            clock.forward(Duration.ofDays(-1));
        } finally {
            clock.forward(Duration.ofDays(-3));
        }
    }

    private static void assertNoChangeOfOneCharacterIsTaken(String text, Predicate<String> taken) {
        int tried = 0;
        for (int position = 0; position < text.length(); position++) {
            for (char other = 1; other < 256; other++) {
                if (other != text.charAt(position)) {
                    String changed = text.substring(0, position) + other + text.substring(position + 1);
                    assertThat(taken.test(changed)).as(changed).isFalse();
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(text.length() * 254);
    }

    private static void assertNoChangeOfOneByteIsTaken(String text, Predicate<String> taken) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        for (int position = 0; position < bytes.length; position++) {
            for (int mask = 1; mask < 256; mask++) {
                byte[] changed = bytes.clone();
                changed[position] ^= (byte) mask;
                String other = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
                assertThat(taken.test(other))
                        .as("byte %d, mask %d", position, mask)
                        .isFalse();
            }
        }
    }

    private PostedCode stored(PostedState state) {
        PostedCode code = new PostedCode(
                UUID.randomUUID(),
                (int) (UUID.randomUUID().getMostSignificantBits() >>> 34) + 1,
                PostedKind.NOTICE_BOARD,
                City.WINDOW,
                "GY-KJJ-CGK",
                "一楼公示栏",
                clock.today());
        if (state != PostedState.ACTIVE) {
            code.end(state, "换新", clock.today());
        }
        QuarkusTransaction.requiringNew().run(() -> repository.persist(code));
        return code;
    }
}
