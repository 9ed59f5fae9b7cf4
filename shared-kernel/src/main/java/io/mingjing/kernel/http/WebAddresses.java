package io.mingjing.kernel.http;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the services answer to browsers: links between them, and the origins whose forms we take. */
@ConfigMapping(prefix = "mingjing.web")
public interface WebAddresses {

    /** The page a person starts from, and returns to after signing out. */
    URI start();

    URI task();

    URI evaluation();

    URI notification();

    /** Path of this service's own home page, such as {@code /task}. */
    String home();

    /** {@code scheme://host:port} of each, as browsers write it into Origin. */
    default Set<String> origins() {
        return Stream.of(start(), task(), evaluation(), notification())
                .map(WebAddresses::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The addresses of the services, without the start page. */
    default List<URI> services() {
        return List.of(task(), evaluation(), notification());
    }

    static String origin(URI address) {
        int port = address.getPort();
        boolean usual = port == -1
                || "http".equals(address.getScheme()) && port == 80
                || "https".equals(address.getScheme()) && port == 443;
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + port);
    }
}
