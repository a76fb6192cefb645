package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules as they stand in their file. */
class GatewayRulesTest {
    private final GatewayRules rules = GatewayRules.load();

    @ParameterizedTest
    @CsvSource({
        "/, panel",
        "/signed-in, panel",
        "/env/paper/now, panel",
        "/assets/index.js, panel",
        "/api/control/v1/runs, control",
        "/api/ledger/v1/runs, ledger",
        "/auth/realms/firstfill/protocol/openid-connect/token, sign-in",
        "/auth/realms/firstfill/.well-known/openid-configuration, sign-in",
        "/auth/realms/firstfill/account, sign-in",
        "/auth/realms/firstfill/login-actions/authenticate, sign-in",
        "/auth/resources/a/login/style.css, sign-in assets"
    })
    void aPathHasItsRoute(String path, String route) {
        assertThat(rules.route(path).map(Route::name)).contains(route);
    }

    @Test
    void noPolicyAllowsInlineScriptsOrFraming() {
        assertThat(rules.routes())
                .extracting(Route::contentSecurityPolicy)
                .allSatisfy(policy -> assertThat(policy)
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe-inline", "unsafe-eval", "*"));
    }

    @Test
    void aConnectionThatWaitsForAServiceIsNotIdle() {
        assertThat(rules.timeouts().idle()).isGreaterThan(rules.timeouts().answer());
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, true",
        "x-forwarded-prefix, true",
        "FORWARDED, true",
        "X-Original-URL, true",
        "X-Rewrite-URL, true",
        "X-HTTP-Method-Override, true",
        "X_Forwarded_For, true",
        "X-Correlation-Id, true",
        "Accept-Encoding, true",
        "Authorization, false",
        "If-Match, false",
        "Idempotency-Key, false",
        "Cookie, false"
    })
    void whatASwitchOfMethodPathOrOriginCouldBeIsRemoved(String header, boolean removed) {
        assertThat(rules.isRemovedFromRequests(header)).isEqualTo(removed);
    }
}
