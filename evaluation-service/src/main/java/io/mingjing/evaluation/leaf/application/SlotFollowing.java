package io.mingjing.evaluation.leaf.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.mingjing.evaluation.leaf.persistence.EpochOver;
import io.mingjing.evaluation.leaf.persistence.MixerLease;
import io.mingjing.evaluation.leaf.persistence.SlotFollowers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.EventContext;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Tells every observer of {@link SlotClosed} of a finished slot. CDI would stop at the first that fails, so each is told on
 * its own; what failed, or was cut off by a crash, is told again.
 */
@ApplicationScoped
class SlotFollowing {

    private static final Logger LOG = Logger.getLogger(SlotFollowing.class);

    private final BeanManager beans;
    private final MixerLease lease;
    private final SlotFollowers followers;
    private final Counter failed;

    SlotFollowing(BeanManager beans, MixerLease lease, SlotFollowers followers, MeterRegistry metrics) {
        this.beans = beans;
        this.lease = lease;
        this.followers = followers;
        this.failed = metrics.counter("mingjing_slot_followers_failed");
    }

    /**
     * Tells those that are not through with a slot yet.
     *
     * @param epoch of the lease under which they work
     * @throws EpochOver where another process has taken the lease: it tells them
     */
    void tell(LocalDate day, long epoch) {
        SlotClosed any = new SlotClosed(day, epoch, false, false);
        for (ObserverMethod<? super SlotClosed> observer : beans.resolveObserverMethods(any)) {
            String name = observer.getBeanClass().getName();
            try {
                QuarkusTransaction.requiringNew().run(() -> tell(observer, name, day, epoch));
            } catch (EpochOver over) {
                throw over;
            } catch (RuntimeException cause) {
                LOG.errorf(cause, "%s failed after a slot; it is made up for at the next one", name);
                failed.increment();
            }
        }
    }

    private void tell(ObserverMethod<? super SlotClosed> observer, String name, LocalDate day, long epoch) {
        lease.hold(epoch);
        LocalDate last = followers.lastDoneBy(name).orElse(null);
        if (last == null || last.isBefore(day)) {
            notify(observer, SlotClosed.toldAfter(last, day, epoch));
            followers.done(name, day);
        }
    }

    private static <T> void notify(ObserverMethod<T> observer, T event) {
        observer.notify(new EventContext<>() {
            @Override
            public T getEvent() {
                return event;
            }

            @Override
            public EventMetadata getMetadata() {
                throw new UnsupportedOperationException("no observer of a slot asks for it");
            }
        });
    }
}
