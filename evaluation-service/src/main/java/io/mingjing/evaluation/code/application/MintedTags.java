package io.mingjing.evaluation.code.application;

import io.mingjing.evaluation.code.domain.CodeLife;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Tags from the mint key of the day of the visit, which is kept under the day its codes expire. */
@ApplicationScoped
class MintedTags implements VisitTags {

    private final DayKeys days;

    MintedTags(DayKeys days) {
        this.days = days;
    }

    @Override
    public byte[] tag(LocalDate day, String visitNumber) {
        byte[] mint =
                days.find(CodeLife.expDay(day)).orElseThrow(KeyVault::locked).mint();
        return KeyedHash.shortOf(mint, "visit", visitNumber.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean has(LocalDate day) {
        return days.find(CodeLife.expDay(day)).isPresent();
    }
}
