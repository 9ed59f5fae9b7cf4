package io.mingjing.local.oidc;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import io.mingjing.local.ServiceSettings;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What tokens carry: people bring their claims from the sign-in form, clients hold a post by their name. */
final class Tokens implements OAuth2TokenCallback {

    private static final long A_WORKING_DAY_SECONDS = 12 * 3600;

    @Override
    public String issuerId() {
        return IdentityProvider.NAME;
    }

    @Override
    public String subject(TokenRequest request) {
        return request.getClientAuthentication() == null
                ? request.getClientID().getValue()
                : request.getClientAuthentication().getClientID().getValue();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(IdentityProvider.NAME);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return GrantType.CLIENT_CREDENTIALS.equals(
                        request.getAuthorizationGrant().getType())
                ? client(subject(request))
                : Map.of();
    }

    private static Map<String, Object> client(String id) {
        return ServiceSettings.NOTICES_CLIENT.equals(id)
                ? Map.of("name", "通知服务（演示）", "mingjing_posts", List.of("notices@GY"))
                : Map.of("name", "系统对接（演示）", "mingjing_posts", List.of("integration@GY"));
    }

    @Override
    public long tokenExpiry() {
        return A_WORKING_DAY_SECONDS;
    }
}
