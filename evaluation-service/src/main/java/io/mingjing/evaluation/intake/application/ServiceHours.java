package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.EvaluationConfig;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.place.application.Calendars;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can be served. It matters only for ratings that are given at the place itself, with a code that hangs
 * there or at a kiosk: a visit's code is meant to be rated at home, in the evening too.
 */
@Singleton
class ServiceHours {

    private final Calendars calendars;
    private final EvaluationConfig.Radar config;
    private volatile @Nullable Day known;

    /** Whether a day is one of service: read once, not for each rating. */
    private record Day(LocalDate day, boolean service) {}

    ServiceHours(Calendars calendars, EvaluationConfig config) {
        this.calendars = calendars;
        this.config = config.intake().radar();
    }

    boolean areOver(Rated rated, Sender sender, Instant now) {
        boolean onSite = sender.kiosk() != null
                || (rated instanceof Rated.OfPlace place && place.code().kind() != PostedKind.ONLINE);
        return onSite && !isOpen(now);
    }

    private boolean isOpen(Instant now) {
        LocalTime time = LocalTime.ofInstant(now, BusinessClock.ZONE);
        return !time.isBefore(config.serviceFrom())
                && time.isBefore(config.serviceTo())
                && isServiceDay(LocalDate.ofInstant(now, BusinessClock.ZONE));
    }

    private boolean isServiceDay(LocalDate day) {
        Day read = known;
        if (read == null || !read.day().equals(day)) {
            read = new Day(
                    day, config.serviceOnRestDays() || calendars.current().isWorkingDay(day));
            known = read;
        }
        return read.service();
    }
}
