package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.persistence.KeyStore;
import io.mingjing.kernel.time.BusinessClock;

/** Another replica of the service: its own memory over the same database and key file. */
public class OtherReplica {

    private final ServiceKeys keys;
    private final VisitCodes codes;

    public OtherReplica(EvaluationConfig config, KeyStore store, BusinessClock clock) {
        this.keys = new ServiceKeys(new KeyVault(config, store), store, config);
        this.codes = new VisitCodes(new CodeSigning(keys, new HmacCodeSigner(), new Sm3CodeSigner()), clock);
        refresh();
    }

    public VisitCodes codes() {
        return codes;
    }

    /** What its watch does every few seconds. */
    public final void refresh() {
        keys.refresh();
    }
}
