package io.mingjing.evaluation;

import io.mingjing.kernel.http.ListPage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for; a {@code @BeanParam @Valid}, so that other limits are a bad request.
 *
 * @param after the last page's {@code next}; null for the first page
 * @param limit rows wanted, at most {@link ListPage#MAX}
 */
public record PageQuery(
        @RestQuery @Parameter(description = "next of the page before; left out for the first page") @Nullable
        String after,

        @RestQuery @Parameter(description = "rows wanted") @DefaultValue("50") @Min(1) @Max(ListPage.MAX)
        int limit) {}
