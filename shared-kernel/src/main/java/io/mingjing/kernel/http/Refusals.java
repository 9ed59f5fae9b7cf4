package io.mingjing.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingjing.kernel.ids.Ids;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.ForbiddenException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says which problem an exception is. What nothing here knows is ours: it is logged under a number, and only that leaves. */
@ApplicationScoped
class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    /** By name: the kernel does not depend on Hibernate. */
    private static final Set<String> STALE =
            Set.of("OptimisticLockException", "StaleObjectStateException", "OptimisticEntityLockException");

    /** How the form reader of Quarkus REST complains; it has no exception of its own for it. */
    private static final String BAD_ENCODING = "Failed to decode URL";

    private final Ids ids;

    Refusals(Ids ids) {
        this.ids = ids;
    }

    ProblemException of(Throwable failure, RoutingContext request) {
        return Stream.<Function<Throwable, @Nullable ProblemException>>of(
                        this::unreadable, this::refused, this::stale, this::unavailable, this::ofStatus)
                .map(reading -> reading.apply(failure))
                .filter(problem -> problem != null)
                .findFirst()
                .orElseGet(() -> ours(failure, request));
    }

    /** The problem of a status that came without an exception. */
    ProblemException ofStatus(int status, RoutingContext request) {
        CommonProblem type = typeOf(status);
        return type == CommonProblem.INTERNAL
                ? ours(new IllegalStateException("A route failed with status " + status), request)
                : plain(type);
    }

    /** Something we depend on does not answer: the issuer, the database, a free thread. */
    @Nullable
    ProblemException unavailable(Throwable failure) {
        boolean away = chain(failure)
                .anyMatch(cause -> cause instanceof OIDCException
                        || cause instanceof ConnectException
                        || cause instanceof RejectedExecutionException
                        || cause instanceof SQLException sql && isAway(sql));
        if (away) {
            LOG.warnf("Answered 503: %s", failure.toString());
        }
        return away ? plain(CommonProblem.UNAVAILABLE) : null;
    }

    private @Nullable ProblemException refused(Throwable failure) {
        return chain(failure)
                .filter(ProblemException.class::isInstance)
                .map(ProblemException.class::cast)
                .findFirst()
                .orElse(null);
    }

    private @Nullable ProblemException unreadable(Throwable failure) {
        if (failure instanceof ResteasyReactiveViolationException violations) {
            return ViolationWords.of(violations);
        }
        if (failure instanceof IllegalArgumentException
                && String.valueOf(failure.getMessage()).startsWith(BAD_ENCODING)) {
            return new ProblemException(CommonProblem.BAD_REQUEST, "表单内容的编码有误", "The form is not encoded correctly");
        }
        Throwable read = failure instanceof WebApplicationException ? failure.getCause() : failure;
        return read instanceof JsonProcessingException json ? JsonWords.of(json) : null;
    }

    private @Nullable ProblemException stale(Throwable failure) {
        boolean changed = chain(failure)
                .anyMatch(cause -> STALE.contains(cause.getClass().getSimpleName()) || hasState(cause, "23505"));
        return changed ? plain(CommonProblem.CONFLICT) : null;
    }

    private @Nullable ProblemException ofStatus(Throwable failure) {
        if (failure instanceof ForbiddenException) {
            return plain(CommonProblem.FORBIDDEN);
        }
        if (failure instanceof WebApplicationException web) {
            CommonProblem type = typeOf(web.getResponse().getStatus());
            return type == CommonProblem.INTERNAL ? null : plain(type);
        }
        return null;
    }

    private ProblemException ours(Throwable failure, RoutingContext request) {
        String incident = ids.next().toString();
        // the path of a rater's page is a secret, so the log gets none of them
        String where = Surface.of(request) == Surface.RATER ? "/r" : Surface.path(request);
        LOG.errorf(
                failure,
                "Failed to answer %s %s, incident %s",
                request.request().method(),
                where,
                incident);
        return new ProblemException(
                CommonProblem.INTERNAL,
                "系统出错，我们已记录；如需联系运维，请提供编号 " + incident,
                "Something broke and has been recorded; quote the number " + incident + " to operations",
                List.of(),
                Map.of("incident", incident));
    }

    private static CommonProblem typeOf(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(type -> type.status() == status)
                .findFirst()
                .orElse(status < 500 ? CommonProblem.BAD_REQUEST : CommonProblem.INTERNAL);
    }

    private static ProblemException plain(CommonProblem type) {
        return new ProblemException(type, type.zh(), type.en());
    }

    /** Connection refused or lost, server shutting down, too many connections, none free in the pool, deadlock. */
    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout");
        }
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53") || state.startsWith("40");
    }

    private static boolean hasState(Throwable failure, String state) {
        return failure instanceof SQLException sql && state.equals(sql.getSQLState());
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .takeWhile(cause -> cause != null)
                .limit(20)
                .map(cause -> (Throwable) java.util.Objects.requireNonNull(cause));
    }
}
