package io.mingjing.kernel.look;

import io.mingjing.kernel.http.OpenToAll;
import io.quarkus.qute.Engine;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a person arrives after signing out; needs no session, so that it does not start a new one. */
@Path("/look/signed-out")
@Produces(MediaType.TEXT_HTML)
public class SignedOutPage {

    private final Engine templates;

    SignedOutPage(Engine templates) {
        this.templates = templates;
    }

    @GET
    @OpenToAll
    public String signedOut() {
        return templates.getTemplate("look/signed-out").instance().render();
    }
}
