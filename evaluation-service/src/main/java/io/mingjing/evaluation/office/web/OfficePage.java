package io.mingjing.evaluation.office.web;

import io.mingjing.evaluation.office.application.CityOrders;
import io.mingjing.evaluation.office.application.CityOrders.Load;
import io.mingjing.evaluation.office.application.Console;
import io.mingjing.evaluation.office.application.Console.ToDo;
import io.mingjing.evaluation.office.application.WaitingPublication;
import io.mingjing.evaluation.office.domain.Ages;
import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.AllowedTo;
import io.mingjing.kernel.http.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The city office's console (市营商办工作台): what there is to do. It opens no box and no note. */
@Path("/evaluation/office")
@Produces(MediaType.TEXT_HTML)
public class OfficePage {

    /** How long ratings wait, in words of the page. */
    record Waiting(long pending, int median, int ninetieth, int oldest, long late, int promised) {}

    @CheckedTemplate(basePath = "office", requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance console(ToDo todo, Load orders, Waiting waiting);
    }

    private final Console console;
    private final CityOrders orders;
    private final WaitingPublication waiting;
    private final Actor actor;

    OfficePage(Console console, CityOrders orders, WaitingPublication waiting, Actor actor) {
        this.console = console;
        this.orders = orders;
        this.waiting = waiting;
        this.actor = actor;
    }

    @GET
    @AllowedTo(Role.CITY_OFFICE)
    @Operation(hidden = true)
    public TemplateInstance console() {
        ToDo todo = console.toDo(actor);
        Ages ages = waiting.now(actor);
        return Templates.console(
                todo,
                orders.load(actor),
                new Waiting(
                        ages.total(),
                        ages.percentile(50),
                        ages.percentile(90),
                        ages.oldest(),
                        ages.olderThan(todo.promisedDays()),
                        todo.promisedDays()));
    }
}
