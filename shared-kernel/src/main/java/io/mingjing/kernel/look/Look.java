package io.mingjing.kernel.look;

import io.mingjing.kernel.http.Actor;
import io.mingjing.kernel.http.Language;
import io.mingjing.kernel.http.UnitTree;
import io.mingjing.kernel.http.WebAddresses;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What the layout shows around a page: who is signed in, where they may go, the language; {@code {cdi:look.…}}. */
@Named("look")
@RequestScoped
public class Look {

    /** A link of the navigation. */
    public record Link(String href, String text, boolean current) {}

    private final Actor actor;
    private final UnitTree units;
    private final WebAddresses addresses;
    private final CurrentVertxRequest requests;
    private final String version;

    Look(
            Actor actor,
            UnitTree units,
            WebAddresses addresses,
            CurrentVertxRequest requests,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "dev") String version) {
        this.actor = actor;
        this.units = units;
        this.addresses = addresses;
        this.requests = requests;
        this.version = version;
    }

    /** Language of the page, for {@code <html lang>}. */
    public String getTag() {
        return Language.current().tag();
    }

    /** Part of the addresses of styles and scripts, so that a new version is fetched. */
    public String getVersion() {
        return version;
    }

    public boolean isSignedIn() {
        return !actor.subject().isEmpty();
    }

    public String getName() {
        return actor.name();
    }

    /** The person's posts, each as unit and role. */
    public List<String> getPosts() {
        return actor.posts().stream()
                .map(post -> units.nameOf(post.unit()) + " · "
                        + Language.current().pick(post.role().zh(), post.role().en()))
                .toList();
    }

    /** The places of all services that one of the person's posts may go to. */
    public List<Link> getLinks() {
        String path =
                request() == null ? "" : String.valueOf(request().request().path());
        return Arrays.stream(Place.values())
                .filter(place -> actor.hasRole(place.roles()))
                .map(place -> new Link(
                        place.href(addresses), Language.current().pick(place.zh(), place.en()), place.holds(path)))
                .toList();
    }

    /** This service's home page. */
    public String getHome() {
        return addresses.home();
    }

    public String getStart() {
        return addresses.start().toString();
    }

    public String getSignOut() {
        return addresses.home() + "/sign-out";
    }

    /** The page that is open, in the other language. */
    public String getOtherLanguage() {
        return here(Language.SWITCH, Language.current() == Language.ZH ? "en" : "zh");
    }

    /** The list that is open, from behind the cursor on. */
    public String after(String cursor) {
        return here("after", cursor);
    }

    /** The list that is open, from its beginning; null when that is what is shown. */
    public @Nullable String getFirstPage() {
        RoutingContext request = request();
        return request == null || request.request().getParam("after") == null ? null : here("after", null);
    }

    /** The open address with one parameter changed; the home page where the open one cannot be fetched again. */
    private String here(String parameter, @Nullable String value) {
        RoutingContext request = request();
        if (request == null || request.request().method() != HttpMethod.GET) {
            return addresses.home() + (value == null ? "" : "?" + parameter + "=" + encode(value));
        }
        String query = request.request().query();
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter + "="))
                        .collect(Collectors.joining("&"));
        String added = value == null ? "" : parameter + "=" + encode(value);
        String all = kept + (kept.isEmpty() || added.isEmpty() ? "" : "&") + added;
        return request.request().path() + (all.isEmpty() ? "" : "?" + all);
    }

    private @Nullable RoutingContext request() {
        return requests.getCurrent();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
