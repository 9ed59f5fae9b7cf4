package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.CityOrder;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where no console of the city office is part of the service. */
@DefaultBean
@ApplicationScoped
class NoOfficeStory implements OfficeStory {

    @Override
    public List<String> paraphrasesOf(UUID leaf) {
        return List.of();
    }

    @Override
    public Optional<CityOrder> orderOf(UUID leaf) {
        return Optional.empty();
    }
}
