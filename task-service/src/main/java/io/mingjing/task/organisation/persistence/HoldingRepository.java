package io.mingjing.task.organisation.persistence;

import io.mingjing.task.Statements;
import io.mingjing.task.organisation.domain.Holding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts and who holds them. */
@ApplicationScoped
public class HoldingRepository implements PanacheRepositoryBase<Holding, UUID> {

    private final Statements statements;

    HoldingRepository(Statements statements) {
        this.statements = statements;
    }

    /** Makes the post known and locks it until the transaction ends, so that two changes of one post follow each other. */
    public void lockPost(String postId, String role, String unit) {
        statements.update(
                "insert into post (post_id, role, unit) values (?, ?, ?) on conflict do nothing", postId, role, unit);
        statements.first("select pg_advisory_xact_lock(hashtextextended(?, 20))", row -> postId, postId);
    }

    /** The newest time in a post, ended or not. */
    public Optional<Holding> latest(String postId) {
        return find("postId = ?1 order by fromDay desc", postId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A page of those who hold a post now, after a post. */
    public List<Holding> present(@Nullable String afterPost, int rows) {
        return find("untilDay is null and postId > ?1 order by postId", afterPost == null ? "" : afterPost)
                .range(0, rows - 1)
                .list();
    }

    /** Everybody who ever held a post, newest first. */
    public List<Holding> history(String postId) {
        return list("postId = ?1 order by fromDay desc", postId);
    }
}
