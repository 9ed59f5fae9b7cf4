package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.place.domain.StaffTurn;
import io.mingjing.evaluation.place.persistence.PhotoStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Photos of window cards as they stand inside a page. A page that fetched them would need a second request, and the server
 * would see two for each rater. A photo is named by its content, so what is remembered never goes stale.
 */
@ApplicationScoped
public class CardPhotos {

    private static final int MOST = 2_000;

    private final PhotoStore photos;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    CardPhotos(PhotoStore photos) {
        this.photos = photos;
    }

    /** The photo of a card as {@code data:} address, at most 8.3 KB; empty where there is none. */
    public Optional<String> dataUri(StaffTurn card) {
        return card.photo() == null ? Optional.empty() : dataUri(card.photo());
    }

    /** The same by the photo's name. */
    public Optional<String> dataUri(String name) {
        String remembered = known.get(name);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<String> read = photos.find(name)
                .map(jpeg -> "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
        if (known.size() >= MOST) {
            known.clear();
        }
        read.ifPresent(uri -> known.put(name, uri));
        return read;
    }
}
