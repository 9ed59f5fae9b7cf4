package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.code.application.KeyedHash;
import io.mingjing.evaluation.code.application.ServiceKeys;
import io.mingjing.evaluation.place.application.CityPosts;
import io.mingjing.kernel.audit.AuditTrail;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.ids.Ids;
import io.mingjing.kernel.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Views of the pending ratings. Each is audited once, and its pages carry its name. The name is a keyed hash over who looked,
 * for what and on which day: a name that somebody made up, took from another, or kept from yesterday is a view of its own.
 */
@ApplicationScoped
class PendingViews {

    private static final String MARK = ".";

    private final ServiceKeys keys;
    private final CityPosts city;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final Ids ids;

    PendingViews(ServiceKeys keys, CityPosts city, AuditTrail audit, BusinessClock clock, Ids ids) {
        this.keys = keys;
        this.city = city;
        this.audit = audit;
        this.clock = clock;
        this.ids = ids;
    }

    String fresh(Actor actor, PendingLook look) {
        String id = ids.next().toString();
        return id + MARK + proof(id, actor, look);
    }

    /** Whether a view was begun, and so audited, by this person today. */
    boolean begun(String view, Actor actor, PendingLook look) {
        int mark = view.indexOf(MARK);
        if (mark < 0) {
            return false;
        }
        String proof = proof(view.substring(0, mark), actor, look);
        return MessageDigest.isEqual(bytes(proof), bytes(view.substring(mark + MARK.length())));
    }

    /**
     * The post under which somebody may look.
     *
     * @throws ProblemException forbidden, where it is not one of the city or its office
     */
    Post entitling(Actor actor, PendingLook look) {
        return city.heldBy(actor, look.roles())
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN, look.zh(), look.en()));
    }

    /**
     * Records that it was looked, by whom and under which post. How many there were is not in it: a trail with numbers and
     * times would be a shadow of the ratings.
     */
    @Transactional
    public void record(Actor actor, Post post, PendingLook look) {
        audit.append(new AuditTrail.Act(
                look.aggregate(),
                look.action(),
                actor.subject(),
                actor.name(),
                post.toString(),
                null,
                null,
                null,
                clock.now()));
    }

    private String proof(String id, Actor actor, PendingLook look) {
        byte[] key = keys.active(ServiceKeys.PAGE).key();
        return HexFormat.of()
                .formatHex(KeyedHash.shortOf(
                        key,
                        "pending view",
                        bytes(look.action()),
                        bytes(id),
                        bytes(actor.subject()),
                        bytes(clock.today().toString())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
