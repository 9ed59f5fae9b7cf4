package io.mingjing.local.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.mingjing.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The identity provider of one machine, in this process: a sign-in page with one click per person, and client
 * credentials for integrations. Its signing key is kept in a file, so that sessions outlive a restart.
 */
public final class IdentityProvider implements AutoCloseable {

    /** Path of the issuer and audience of its tokens. */
    public static final String NAME = "mingjing";

    private final MockOAuth2Server server;

    private IdentityProvider(MockOAuth2Server server) {
        this.server = server;
    }

    /** Address of the issuer on a port, to be configured as {@code mingjing.oidc.issuer}. */
    public static URI issuer(int port) {
        return URI.create("http://%s:%d/%s".formatted(Ports.LOOPBACK, port, NAME));
    }

    /**
     * Starts it on the loopback address.
     *
     * @param directory where the signing key and the sign-in page are kept
     */
    public static IdentityProvider start(Path directory, int port, List<Person> people) {
        try {
            Files.createDirectories(directory);
            Path page = directory.resolve("sign-in.html");
            Files.writeString(page, SignInPage.of(people));
            var keys = new KeyProvider(List.of(key(directory.resolve("oidc-key.json"))), "RS256");
            var server = new MockOAuth2Server(new OAuth2Config(
                    true, page.toString(), null, false, new OAuth2TokenProvider(keys), Set.of(new Tokens())));
            server.start(InetAddress.getByName(Ports.LOOPBACK), port);
            return new IdentityProvider(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the identity provider 无法启动身份服务", e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static JWK key(Path file) throws IOException {
        try {
            if (Files.exists(file)) {
                return JWK.parse(Files.readString(file));
            }
            JWK key = new RSAKeyGenerator(2048).generate();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key.toJSONString());
            return key;
        } catch (ParseException | JOSEException e) {
            throw new IOException("No usable signing key in " + file, e);
        }
    }
}
