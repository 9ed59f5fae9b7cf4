package io.mingjing.kernel.audit;

import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.Cursor;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** City oversight (市级监督) fetches the nightly seals of a service's trail and keeps them where the service cannot reach. */
@Path("/api/v1/audit-seals/{service}")
public class AuditSealResource {

    private final AuditSeals seals;
    private final String self;

    AuditSealResource(AuditSeals seals, @ConfigProperty(name = "quarkus.application.name") String self) {
        this.seals = seals;
        this.self = self;
    }

    /** Lists seals, newest first. */
    @GET
    @AllowedTo(Role.OVERSIGHT)
    public ListPage<AuditSeals.Seal> list(
            @RestPath String service, @RestQuery @Nullable String after, @RestQuery @DefaultValue("50") int limit) {
        if (!service.equals(self)) {
            throw new ProblemException(CommonProblem.NOT_FOUND, "本服务是 " + self, "This service is " + self);
        }
        Cursor cursor = Cursor.parse(after, 1);
        LocalDate before = null;
        if (cursor != null) {
            try {
                before = LocalDate.parse(cursor.parts().getFirst());
            } catch (DateTimeException e) {
                throw Cursor.foreign();
            }
        }
        int size = Math.clamp(limit, 1, ListPage.MAX);
        return ListPage.cut(seals.before(before, size + 1), size, seal -> Cursor.of(seal.day()));
    }
}
