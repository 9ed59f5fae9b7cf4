package io.mingjing.task.calendar.api;

import io.mingjing.kernel.calendar.SetDay;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.CommonProblem;
import io.mingjing.kernel.http.ListPage;
import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.Role;
import io.mingjing.task.calendar.application.CalendarDesk;
import io.mingjing.task.calendar.application.YearPublisher;
import io.mingjing.task.calendar.application.YearPublisher.Outcome;
import io.mingjing.task.calendar.application.YearPublisher.Publisher;
import io.mingjing.task.calendar.persistence.CalendarRows;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The working-day calendar over HTTP: everybody signed in reads it, the city office and operations publish years. */
@Path("/api/v1/calendars/{calendar}/years")
@Tag(name = "calendar", description = "工作日历")
class CalendarResource {

    private final CalendarDesk desk;
    private final YearPublisher publisher;
    private final CalendarRows rows;
    private final Actor actor;

    CalendarResource(CalendarDesk desk, YearPublisher publisher, CalendarRows rows, Actor actor) {
        this.desk = desk;
        this.publisher = publisher;
        this.rows = rows;
        this.actor = actor;
    }

    @PUT
    @Path("{year}")
    @AllowedTo({Role.CITY_OFFICE, Role.OPERATIONS})
    @Operation(summary = "公布一年的工作日安排；preview=true 只预告变动 · Publish a year, or preview what would move")
    public RestResponse<YearResponse> put(
            @RestPath String calendar,
            @RestPath @Min(value = 1970, message = "年份从 1970 起") @Max(value = 2199, message = "年份至 2199 止") int year,
            @RestQuery @DefaultValue("false") boolean preview,
            @NotNull(message = "请求内容不能为空") @Valid YearRequest request) {
        List<SetDay> days = request.days(year);
        Outcome outcome =
                preview ? publisher.preview(calendar, year, days) : desk.publish(calendar, year, days, publisher());
        boolean created = !preview
                && outcome instanceof Outcome.Published published
                && published.year().version() == 1;
        return RestResponse.status(
                created ? RestResponse.Status.CREATED : RestResponse.Status.OK, YearResponse.from(outcome));
    }

    @GET
    @Path("{year}")
    @AllowedTo({
        Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.COORDINATOR, Role.OVERSIGHT, Role.LIAISON,
        Role.SECTION, Role.SECTION_HEAD, Role.LEADER_IN_CHARGE, Role.PRINCIPAL_LEADER, Role.CLERK, Role.UNIT_ADMIN
    })
    @Operation(summary = "查看一年的工作日安排 · Read a year; one not published yet is PROVISIONAL")
    public YearResponse get(
            @RestPath String calendar,
            @RestPath @Min(value = 1970, message = "年份从 1970 起") @Max(value = 2199, message = "年份至 2199 止") int year) {
        known(calendar);
        return rows.year(calendar, year)
                .map(YearResponse::from)
                .orElseGet(() -> YearResponse.provisional(calendar, year));
    }

    @GET
    @AllowedTo({
        Role.CITY_OFFICE, Role.OPERATIONS, Role.INTEGRATION, Role.COORDINATOR, Role.OVERSIGHT, Role.LIAISON,
        Role.SECTION, Role.SECTION_HEAD, Role.LEADER_IN_CHARGE, Role.PRINCIPAL_LEADER, Role.CLERK, Role.UNIT_ADMIN
    })
    @Operation(summary = "已公布的年份 · List the published years")
    public ListPage<YearResponse> list(@RestPath String calendar) {
        known(calendar);
        return new ListPage<>(
                rows.years(calendar).stream().map(YearResponse::from).toList(), null);
    }

    private void known(String calendar) {
        if (rows.edition(calendar).isEmpty()) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND, "没有工作日历 " + calendar, "There is no calendar " + calendar);
        }
    }

    private Publisher publisher() {
        String post = actor.posts().stream()
                .filter(held -> held.role() == Role.CITY_OFFICE || held.role() == Role.OPERATIONS)
                .map(Post::toString)
                .sorted()
                .findFirst()
                .orElse(null);
        return new Publisher(actor.subject(), actor.name(), post);
    }
}
