package io.mingjing.local.oidc;

import java.util.List;

/**
 * Somebody who can sign in with one click.
 *
 * @param subject the OIDC subject, which is who they are to the services
 * @param name as shown
 * @param duty what they do, in Chinese, for the sign-in page
 * @param posts {@code role@unit-code}, the claim {@code mingjing_posts}
 */
public record Person(String subject, String name, String duty, List<String> posts) {

    public Person {
        posts = List.copyOf(posts);
    }

    /** What the sign-in form posts beside the subject, as JSON. */
    String claims() {
        return Json.write(java.util.Map.of("name", name, "mingjing_posts", posts));
    }
}
