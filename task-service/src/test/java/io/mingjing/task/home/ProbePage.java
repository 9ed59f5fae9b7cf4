package io.mingjing.task.home;

import io.mingjing.kernel.http.AllowedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A form of a page, for the tests of who may send it. */
@Path("/task/probe")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
public class ProbePage {

    @POST
    @AllowedTo(anyPost = true)
    public String post() {
        return "taken";
    }
}
