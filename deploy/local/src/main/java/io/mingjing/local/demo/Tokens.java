package io.mingjing.local.demo;

import java.util.List;

/** Where the demo gets bearer tokens: from the local issuer. */
@FunctionalInterface
public interface Tokens {

    /**
     * A bearer token for a system that holds the posts, as the client credentials of a neighbour would yield.
     *
     * @param subject OIDC subject it acts as
     * @param posts posts such as {@code integration@GY}
     */
    String issue(String subject, List<String> posts);
}
