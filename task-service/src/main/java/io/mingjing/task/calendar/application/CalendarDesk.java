package io.mingjing.task.calendar.application;

import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.task.calendar.application.YearPublisher.Outcome;
import io.mingjing.task.calendar.application.YearPublisher.Publisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishing and what follows from it: the publication commits first, then each due day follows in its own transaction. */
@ApplicationScoped
public class CalendarDesk {

    private static final Logger LOG = Logger.getLogger(CalendarDesk.class);

    private final YearPublisher publisher;
    private final DeliveredYears delivered;
    private final DueDates dueDates;

    CalendarDesk(YearPublisher publisher, DeliveredYears delivered, DueDates dueDates) {
        this.publisher = publisher;
        this.delivered = delivered;
        this.dueDates = dueDates;
    }

    public Outcome publish(String calendar, int year, List<SetDay> days, Publisher by) {
        Outcome outcome = publisher.publish(calendar, year, days, by);
        dueDates.follow();
        return outcome;
    }

    /** At the start of the service; on a database that has them it does nothing. */
    public void publishDelivered() {
        int years = publisher.publishDelivered(delivered.read());
        if (years > 0) {
            LOG.infof("Published %d years of the working-day calendar that come with the system", years);
            dueDates.follow();
        }
    }
}
