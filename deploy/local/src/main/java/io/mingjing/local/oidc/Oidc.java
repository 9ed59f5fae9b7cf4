package io.mingjing.local.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs in at the identity provider the way people and clients do, over HTTP.
 *
 * @param issuer as configured for the services
 * @param clientId the client all services share
 * @param clientSecret its secret
 */
public record Oidc(URI issuer, String clientId, String clientSecret) {

    private static final String NOWHERE = "http://127.0.0.1/none";

    @Override
    public String toString() {
        return "Oidc[" + issuer + "]";
    }

    /** A bearer token of a person, for REST calls. */
    public String token(String subject, String name, String... posts) {
        return token(new Person(subject, name, "", List.of(posts)));
    }

    /** A bearer token of a person, for REST calls. */
    public String token(Person person) {
        URI authorize = URI.create(issuer + "/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", clientId,
                        "redirect_uri", NOWHERE,
                        "scope", "openid profile",
                        "state", "none")));
        URI back = new Browser().post(authorize, form(person)).location();
        String code = Arrays.stream(back.getRawQuery().split("&"))
                .filter(part -> part.startsWith("code="))
                .map(part -> URLDecoder.decode(part.substring("code=".length()), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        return accessToken(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", NOWHERE));
    }

    /** A bearer token of a neighbouring system (系统对接), by client credentials. */
    public String clientToken() {
        return accessToken(Map.of("grant_type", "client_credentials", "scope", "openid"));
    }

    /**
     * Opens a page that needs a sign-in, follows to the sign-in form, chooses the person and comes back.
     *
     * @param page a protected page of a service, for example {@code http://127.0.0.1:8081/task}
     * @return the session cookies by name; they serve all services of the host
     */
    public Map<String, String> signIn(URI page, String subject, String name, String... posts) {
        return signIn(page, new Person(subject, name, "", List.of(posts)));
    }

    /** The same for a person of the demo. */
    public Map<String, String> signIn(URI page, Person person) {
        var browser = new Browser();
        Browser.Answer form = browser.get(page).followed();
        if (!form.address().toString().startsWith(issuer.toString())) {
            throw new IllegalStateException("Expected the sign-in form after " + page + " but came to " + form);
        }
        Browser.Answer signedIn = browser.post(form.address(), form(person)).followed();
        if (browser.cookies().keySet().stream().noneMatch(cookie -> cookie.startsWith("q_session"))) {
            throw new IllegalStateException("Sign-in of " + person.subject() + " ended with " + signedIn);
        }
        return browser.cookies();
    }

    private String accessToken(Map<String, String> grant) {
        var fields = new java.util.TreeMap<>(grant);
        fields.put("client_id", clientId);
        fields.put("client_secret", clientSecret);
        Browser.Answer answer = new Browser().post(URI.create(issuer + "/token"), form(fields));
        JsonNode token = Json.read(answer.body()).path("access_token");
        if (!token.isTextual()) {
            throw new IllegalStateException("No token: " + answer);
        }
        return token.textValue();
    }

    private static String form(Person person) {
        return form(Map.of("username", person.subject(), "claims", person.claims()));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
