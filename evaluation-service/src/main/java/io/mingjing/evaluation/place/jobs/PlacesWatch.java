package io.mingjing.evaluation.place.jobs;

import io.mingjing.evaluation.place.application.Places;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Notices places that another replica registered. */
@ApplicationScoped
class PlacesWatch {

    private final Places places;

    PlacesWatch(Places places) {
        this.places = places;
    }

    @Scheduled(every = "${mingjing.places.watch:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void now() {
        places.refresh();
    }
}
