package io.mingjing.e2e;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that somebody sends and that is not right.
 *
 * @param what in words, the name of the test
 * @param as a person of the demo, {@code neighbour} or {@code nobody}
 * @param page whether people see the answer, so that it must be a page
 */
record WrongInput(
        String what, URI server, String as, String method, String target, String type, byte[] body, boolean page) {

    private static final int TWO_MEGABYTES = 2 * 1024 * 1024;

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    @Override
    public String toString() {
        return what;
    }

    /** Wrong things a rater, a forger or a broken client may send; {@code code} is good, {@code expired} was. */
    static List<WrongInput> toRaters(URI evaluation, String code, String expired) {
        Sender json = new Sender(evaluation, "nobody", "POST", "/r", JSON, false);
        Sender form = new Sender(evaluation, "nobody", "POST", "/r", FORM, true);
        Sender page = new Sender(evaluation, "nobody", "GET", "/r", "", true);
        String forged = code.substring(0, 20) + (code.charAt(20) == 'A' ? 'B' : 'A') + code.substring(21);
        List<WrongInput> all = new ArrayList<>(List.of(
                json.body("rating with a forged code", rating(forged, "1", "\"\"")),
                json.body("rating with an expired code", rating(expired, "1", "\"\"")),
                json.body("rating with another visit's signature", rating(code.substring(2) + "AA", "1", "\"\"")),
                json.body("rating at level 6", rating(code, "6", "\"\"")),
                json.body("rating at level 0", rating(code, "0", "\"\"")),
                json.body("rating at no level", rating(code, "null", "\"\"")),
                json.body("rating at a level in words", rating(code, "\"five\"", "\"\"")),
                json.body("rating at level 4.5", rating(code, "4.5", "\"\"")),
                json.body("rating with 5,000 characters", rating(code, "1", '"' + "长".repeat(5000) + '"')),
                json.body("rating with a NUL", rating(code, "1", "\"a\\u0000b\"")),
                json.body("rating with a right-to-left override", rating(code, "1", "\"a\u202Eb\"")),
                json.body("rating with a right-to-left mark", rating(code, "1", "\"a\u200Fb\"")),
                json.body("rating whose comment is an object", rating(code, "1", "{}")),
                json.body(
                        "rating of an unknown matter", rating(code, "1", "\"\"").replace(Feed.MATTER, "GY-XX-999")),
                json.body("rating that is not JSON", "level=1"),
                json.body("rating that is cut off", "{\"code\": \"" + code),
                json.body("rating that is null", "null"),
                json.body("rating without a body", ""),
                json.body("rating that is a list", "[]"),
                json.body("rating of 2 MB", rating(code, "1", '"' + "x".repeat(TWO_MEGABYTES) + '"')),
                json.typed("rating as XML", "application/xml", "<rating/>"),
                form.body("form at level 6", form(code, "6", "")),
                form.body("form without a level", form(code, "", "")),
                form.body("form with a forged code", form(forged, "1", "")),
                form.body("form with an expired code", form(expired, "1", "")),
                form.body("form with 5,000 characters", form(code, "1", "x".repeat(5000))),
                form.body("form with a NUL", form(code, "1", "a%00b")),
                form.body("form with %zz", form(code, "1", "%zz")),
                form.body("form of 2 MB", form(code, "1", "x".repeat(TWO_MEGABYTES))),
                page.to("page of a forged code", "/r/" + forged),
                page.to("page of an expired code", "/r/" + expired),
                page.to("page of nonsense", "/r/x"),
                page.to("page of %zz", "/r/%zz"),
                page.to("page of a NUL", "/r/%00"),
                page.to("page of 4,000 characters", "/r/" + "A".repeat(4000))));
        all.add(new WrongInput(
                "receipt nobody was given",
                evaluation,
                "nobody",
                "POST",
                "/r/receipt",
                FORM,
                "receipt=0000-0000-00000".getBytes(StandardCharsets.UTF_8),
                true));
        return all;
    }

    /** Wrong things for an API that takes JSON under a method and a path. */
    static List<WrongInput> toApi(URI server, String as, String method, String target) {
        Sender api = new Sender(server, as, method, target, JSON, false);
        String name = method + " " + target + " ";
        return List.of(
                api.body(name + "not JSON", "name=x"),
                api.body(name + "null", "null"),
                api.body(name + "nothing", ""),
                api.body(name + "a string", "\"x\""),
                api.body(name + "cut off", "{\"name\": \"x"),
                api.body(name + "wrong types", "{\"name\": {}, \"title\": 5, \"tasks\": \"x\", \"kind\": []}"),
                api.body(name + "a NUL", "{\"name\": \"a\\u0000b\", \"title\": \"a\\u0000b\"}"),
                api.body(name + "2 MB", "{\"name\": \"" + "x".repeat(TWO_MEGABYTES) + "\"}"),
                api.typed(name + "XML", "application/xml", "<x/>"),
                api.to(name + "%zz", target + "/%zz"));
    }

    /** Wrong things in addresses that are read. */
    static List<WrongInput> toReaders(URI server, String as, String list) {
        Sender api = new Sender(server, as, "GET", list, "", false);
        return List.of(
                api.to(list + " with a cursor of somebody else's", list + "?after=bm90LW91cnM"),
                api.to(list + " with a cursor that is none", list + "?after=%F0%28"),
                api.to(list + " with a limit in words", list + "?limit=many"),
                api.to(list + " of no uuid", list + "/not-a-uuid"),
                api.to(list + " of an unknown id", list + "/00000000-0000-4000-8000-000000000000"),
                api.to(list + " with %zz", list + "/%zz"),
                api.to("DELETE " + list, list).with("DELETE"));
    }

    private WrongInput with(String other) {
        return new WrongInput(what, server, as, other, target, type, body, page);
    }

    private static String rating(String code, String level, String note) {
        return "{\"code\": \"%s\", \"matter\": \"%s\", \"level\": %s, \"reasons\": [], \"note\": %s}"
                .formatted(code, Feed.MATTER, level, note);
    }

    private static String form(String code, String level, String note) {
        return "code=%s&matter=%s&level=%s&note=%s".formatted(code, Feed.MATTER, level, note);
    }

    private record Sender(URI server, String as, String method, String target, String type, boolean page) {

        WrongInput body(String what, String body) {
            return typed(what, type, body);
        }

        WrongInput typed(String what, String otherType, String body) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            return new WrongInput(what, server, as, method, target, otherType, bytes, page);
        }

        WrongInput to(String what, String otherTarget) {
            return new WrongInput(what, server, as, method, otherTarget, type, new byte[0], page);
        }
    }
}
