package io.mingjing.evaluation.intake.application;

import io.mingjing.evaluation.code.application.PostedCodes;
import io.mingjing.evaluation.code.domain.Channel;
import io.mingjing.evaluation.code.domain.PostedCode;
import io.mingjing.evaluation.code.domain.PostedKind;
import io.mingjing.evaluation.place.application.Places;
import io.mingjing.evaluation.place.domain.Spot;
import io.mingjing.evaluation.place.domain.SpotKind;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Through which channel (评价渠道, pf) a rating comes. A device says its place and nothing else of itself (anonymity attack
 * 27): one at a window is its tablet, every other a terminal.
 */
@Singleton
class Channels {

    private final PostedCodes posted;
    private final Places places;

    Channels(PostedCodes posted, Places places) {
        this.posted = posted;
        this.places = places;
    }

    Channel of(Rated rated, Sender sender) {
        return deviceAt(sender.kiosk()).orElseGet(() -> switch (rated) {
            case Rated.OfVisit visit -> visit.code().channel();
            case Rated.OfPlace place -> ofPlace(place, sender.mobile());
        });
    }

    private static Channel ofPlace(Rated.OfPlace place, boolean mobile) {
        return switch (place.code().kind()) {
            case KIOSK -> device(place.spot());
            case ONLINE -> mobile ? Channel.MOBILE : Channel.PC;
            case WINDOW, SECTION_DOOR, NOTICE_BOARD -> Channel.QR;
        };
    }

    /** Empty where no device rates, or one that is none of ours. */
    private Optional<Channel> deviceAt(@Nullable String kiosk) {
        if (kiosk == null) {
            return Optional.empty();
        }
        if (kiosk.isEmpty()) {
            return Optional.of(Channel.TERMINAL);
        }
        return posted.read(kiosk) instanceof PostedCodes.Reading.Good(PostedCode code)
                        && code.kind() == PostedKind.KIOSK
                ? Optional.of(places.catalogue()
                        .spot(code.place())
                        .map(Channels::device)
                        .orElse(Channel.TERMINAL))
                : Optional.empty();
    }

    private static Channel device(Spot spot) {
        return spot.kind() == SpotKind.WINDOW ? Channel.COUNTER_TABLET : Channel.TERMINAL;
    }
}
