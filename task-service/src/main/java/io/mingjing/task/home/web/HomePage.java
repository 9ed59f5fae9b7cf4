package io.mingjing.task.home.web;

import io.mingjing.kernel.http.AllowedTo;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The first page: what this service is for, and where the person may go. */
@Path("/task")
@Produces(MediaType.TEXT_HTML)
public class HomePage {

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance home();
    }

    @GET
    @AllowedTo(anyPost = true)
    public TemplateInstance home() {
        return Templates.home();
    }

    /** Where the issuer sends a person back to; the guard completes the sign-in before this is reached. */
    @GET
    @Path("/signed-in")
    @AllowedTo(anyPost = true)
    public Response signedIn() {
        return Response.seeOther(URI.create("/task")).build();
    }

    /** Ends the session on the way in, at the issuer too; this is reached when the issuer has no such endpoint. */
    @GET
    @Path("/sign-out")
    @AllowedTo(anyPost = true)
    public Response signOut() {
        return Response.seeOther(URI.create("/look/signed-out")).build();
    }
}
