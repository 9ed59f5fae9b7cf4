package io.mingjing.evaluation;

import io.mingjing.kernel.http.ListPage;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for; a {@code @BeanParam}.
 *
 * @param after the last page's {@code next}; null for the first page
 * @param limit rows wanted, at most {@link ListPage#MAX}; null for {@link ListPage#USUAL}
 */
public record PageQuery(
        @RestQuery @Parameter(description = "next of the page before; left out for the first page") @Nullable
        String after,

        @RestQuery @Parameter(description = "rows wanted, 1 to 200; 50 where left out") @Nullable
        Integer limit) {

    /** @throws io.mingjing.kernel.http.ProblemException bad request, below 1 */
    public int rows() {
        return ListPage.limit(limit);
    }
}
