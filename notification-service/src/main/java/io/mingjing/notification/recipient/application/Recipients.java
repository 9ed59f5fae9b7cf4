package io.mingjing.notification.recipient.application;

import io.mingjing.kernel.time.BusinessClock;
import io.mingjing.notification.recipient.domain.Directory;
import io.mingjing.notification.recipient.domain.Holder;
import io.mingjing.notification.recipient.domain.Office;
import io.mingjing.notification.recipient.domain.Succession;
import io.mingjing.notification.recipient.domain.Succession.Reached;
import io.mingjing.notification.recipient.persistence.Posts;
import io.mingjing.notification.recipient.persistence.Units;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Turns offices into people, as the posts are held at a moment. */
@ApplicationScoped
public class Recipients {

    private final Units units;
    private final Posts posts;

    Recipients(Units units, Posts posts) {
        this.units = units;
        this.posts = posts;
    }

    /** The persons who hear when these offices are meant, a successor for each vacant one. */
    public Reached of(List<Office> offices, Instant at) {
        return new Succession(new Recorded(units, posts), dayOf(at)).reach(offices);
    }

    /** Who holds a post at a moment; empty while it is vacant. */
    public Optional<Holder> holderOf(String postId, Instant at) {
        return posts.holder(postId, dayOf(at));
    }

    /** Everybody with an e-mail who holds a post of the city office (市营商办) at the city or its office; nobody stands in. */
    public List<Holder> ofCityOffice(Instant at) {
        return posts.cityOffice(dayOf(at));
    }

    private static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, BusinessClock.ZONE);
    }

    private record Recorded(Units units, Posts posts) implements Directory {

        @Override
        public List<String> upwards(String unit) {
            return units.upwards(unit);
        }

        @Override
        public List<String> cityOfficesUnder(List<String> above) {
            return units.cityOfficesUnder(above);
        }

        @Override
        public String nameOf(String unit) {
            return units.nameOf(unit);
        }

        @Override
        public List<Holder> holders(Office office, LocalDate day) {
            return posts.holders(office, day);
        }
    }
}
