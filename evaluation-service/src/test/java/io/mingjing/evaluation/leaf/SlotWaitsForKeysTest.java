package io.mingjing.evaluation.leaf;

import static io.mingjing.evaluation.leaf.MixingWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.evaluation.code.application.KeyVault;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.leaf.persistence.MixerLease;
import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A slot that comes while keys are missing is run at the first look after they came, by whoever has them. */
@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
@QuarkusTestResource(value = KeyFileOfItsOwn.class, restrictToAnnotatedClass = true)
class SlotWaitsForKeysTest {

    private static final String CGK = "GY-KJJ-CGK";

    private final MixingWorld world;
    private final SuperUser database;
    private final Restart restart;
    private final KeyVault vault;
    private final ServiceKeys keys;
    private final MixerLease lease;
    private String right = "";

    SlotWaitsForKeysTest(
            MixingWorld world,
            SuperUser database,
            Restart restart,
            KeyVault vault,
            ServiceKeys keys,
            MixerLease lease) {
        this.world = world;
        this.database = database;
        this.restart = restart;
        this.vault = vault;
        this.keys = keys;
        this.lease = lease;
    }

    @BeforeEach
    void sixHaveRated() throws Exception {
        right = restart.keyFile();
        world.begin();
        world.sixOfTwelve(world.windowDrawn(true, DAY, CGK), CGK, DAY);
    }

    @AfterEach
    void end() throws Exception {
        restart.with(right);
        keys.refresh();
        world.end();
    }

    /** A slot that ran now would judge each pool and close none, and all of them would wait for the next working day. */
    @Test
    void anOpenVaultAloneDoesNotLetItRunWithoutRings() throws Exception {
        restart.with(right);
        assertThat(vault.tryOpen()).isTrue();
        assertThat(keys.areThere()).isFalse();

        world.slot(DAY);

        assertThat(leaves()).isEqualTo(1);
        assertThat(keys.areThere()).isTrue();
    }

    @Test
    void theFirstLookAfterTheKeyFileCameRunsIt() throws Exception {
        restart.with("");
        world.slot(DAY);
        assertThat(leaves()).isZero();
        assertThat(database.number("select count(*) from slot_assessed")).isZero();

        restart.with(right);
        world.slot(DAY);

        assertThat(leaves()).isEqualTo(1);
    }

    @Test
    void whoeverHasNoKeysLetsAnotherProcessRunIt() throws Exception {
        restart.with("");
        UUID other = UUID.randomUUID();

        world.slot(DAY);

        assertThat(lease.take(other)).isPresent();
        lease.giveBack(other);
    }

    private long leaves() {
        return database.number("select count(*) from leaf");
    }
}
