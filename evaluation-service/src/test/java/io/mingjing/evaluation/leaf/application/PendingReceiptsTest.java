package io.mingjing.evaluation.leaf.application;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.domain.CodeLife;
import io.mingjing.evaluation.intake.application.SealedIntake;
import io.mingjing.evaluation.intake.domain.RatingRecord;
import io.mingjing.evaluation.leaf.MixingWorld;
import io.mingjing.evaluation.leaf.SuperUser;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts of ratings that no leaf has taken yet. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class PendingReceiptsTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final SealedIntake intake;
    private final PendingReceipts pending;

    PendingReceiptsTest(MixingWorld world, SuperUser database, SealedIntake intake, PendingReceipts pending) {
        this.world = world;
        this.database = database;
        this.intake = intake;
        this.pending = pending;
    }

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void end() {
        world.end();
    }

    @Test
    void whatThisProcessTookInIsKnownWithoutAskingTheDatabase() {
        String window = served();
        RatingRecord rating = world.rating(window, CGK, DAY, 1, "M-1", 1);
        intake.take(CodeLife.expDay(DAY), world.rowKey(rating), window, rating);

        database.execute("truncate intake");

        assertThat(pending.holds(rating.receiptHash())).isTrue();
    }

    @Test
    void whatAnotherProcessTookInIsFoundByCatchingUpAndWhatNobodyDidIsNot() {
        String window = served();
        RatingRecord elsewhere = world.rating(window, CGK, DAY, 2, "M-1", 1);
        RatingRecord never = world.rating(window, CGK, DAY, 3, "M-1", 1);
        world.rate(window, elsewhere);

        assertThat(pending.find(elsewhere.receiptHash())).isPresent();
        assertThat(pending.holds(never.receiptHash())).isFalse();
        world.rate(window, never);
        assertThat(pending.holds(never.receiptHash())).isTrue();
    }

    private String served() {
        String window = world.windowDrawn(true, DAY, CGK);
        world.serve(window, CGK, DAY, 1, 3, true);
        return window;
    }
}
