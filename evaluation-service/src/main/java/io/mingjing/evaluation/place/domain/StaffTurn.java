package io.mingjing.evaluation.place.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's turn at a window (轮岗, R-019), with what the window card (亮牌, R-017) says of them.
 *
 * @param fromDay first day, until a later turn
 * @param staff code of the person; null where nobody is assigned from that day on
 * @param name as on the card
 * @param duty what they are there for (岗位职责), as on the card
 * @param photo name of the photo's content; null where there is none
 * @param sendingUnits the units that send them (派出单位, R-018), by first day, oldest first
 */
public record StaffTurn(
        LocalDate fromDay,
        @Nullable String staff,
        String name,
        String duty,
        @Nullable String photo,
        List<Owner> sendingUnits) {

    public StaffTurn {
        sendingUnits = List.copyOf(sendingUnits);
    }

    /** Nobody from a day on. */
    public static StaffTurn vacant(LocalDate fromDay) {
        return new StaffTurn(fromDay, null, "", "", null, List.of());
    }

    /** Code of the unit that sent the person on a day; empty where nobody did. */
    public Optional<String> sendingUnitOn(LocalDate day) {
        return Owners.on(sendingUnits, day);
    }
}
