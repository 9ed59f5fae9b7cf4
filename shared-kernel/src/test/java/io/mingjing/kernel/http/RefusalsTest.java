package io.mingjing.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which problem an exception is, however deep it is wrapped. */
class RefusalsTest {

    private final Refusals refusals = new Refusals(() -> UUID.fromString("1b4e28ba-2fa1-41d2-883f-0016d3cca427"));

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300", "40001", "40P01"})
    void aDatabaseThatIsAwayOrInTheWayIsAReasonToTryAgain(String state) {
        assertThat(typeOf(new SQLException("lost", state))).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    static Stream<Throwable> away() {
        return Stream.of(
                new SQLException("Acquisition timeout while waiting for new connection"),
                new OIDCException("OIDC server is not available"),
                new ConnectException("Connection refused"),
                new RejectedExecutionException());
    }

    @ParameterizedTest
    @MethodSource("away")
    void whatDoesNotAnswerIsAReasonToTryAgain(Throwable away) {
        assertThat(typeOf(away)).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    /** Stands for the exceptions of that name in Jakarta Persistence and Hibernate. */
    private static final class OptimisticLockException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatChangedUnderneathIsAConflict() {
        assertThat(typeOf(new OptimisticLockException())).isEqualTo(CommonProblem.CONFLICT);
        assertThat(typeOf(new SQLException("duplicate key", "23505"))).isEqualTo(CommonProblem.CONFLICT);
    }

    @Test
    void aRefusalOfAUseCaseStaysTheOneItIs() {
        assertThat(typeOf(new ProblemException(CommonProblem.RULE, "不行", "no"))).isEqualTo(CommonProblem.RULE);
    }

    @Test
    void everythingElseIsOurs() {
        assertThat(typeOf(new IllegalStateException("secret"))).isEqualTo(CommonProblem.INTERNAL);
        assertThat(typeOf(new SQLException("syntax", "42601"))).isEqualTo(CommonProblem.INTERNAL);
    }

    private ProblemType typeOf(Throwable failure) {
        Throwable wrapped = new IllegalStateException(new RuntimeException(failure));
        return refusals.of(wrapped, anyRequest()).type();
    }

    /** Only its path and method are asked, for the log. */
    private static RoutingContext anyRequest() {
        return (RoutingContext) Proxy.newProxyInstance(
                RefusalsTest.class.getClassLoader(),
                new Class<?>[] {RoutingContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "normalizedPath" -> "/api/v1/tasks";
                    case "request" ->
                        Proxy.newProxyInstance(
                                RefusalsTest.class.getClassLoader(),
                                new Class<?>[] {io.vertx.core.http.HttpServerRequest.class},
                                (request, asked, nothing) -> null);
                    default -> null;
                });
    }
}
