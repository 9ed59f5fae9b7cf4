package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.CityOrder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the city office has to tell everybody in a leaf; answered by the aggregate of its console. */
public interface OfficeStory {

    /** The published paraphrases (意见摘要) of a leaf's notes; empty while none is published. */
    List<String> paraphrasesOf(UUID leaf);

    /** The office's own order for a leaf of the city; empty where it has begun none yet. */
    Optional<CityOrder> orderOf(UUID leaf);
}
