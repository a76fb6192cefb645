package io.firstfill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves what of the identity provider and of the services the gateway shows, and what not. */
@ExtendWith(RunningStack.class)
class SignInIT {
    private static final String REALM = "/auth/realms/firstfill";
    private static final String TOKEN = REALM + "/protocol/openid-connect/token";
    private static final String LOGIN =
            "grant_type=password&client_id=firstfill-cli&scope=openid&username=viewer&password=";

    private final Stack stack;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    SignInIT(Stack stack) {
        this.stack = stack;
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void loginsOfOneUserAtTheSameMomentAllSucceed() {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<HttpResponse<String>>> logins =
                    Stream.generate(() -> login("viewer")).limit(4).toList();
            assertThat(logins)
                    .allSatisfy(login -> assertThat(login.join().statusCode())
                            .as(login.join().body())
                            .isEqualTo(200));
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        HttpResponse<String> answer = login("wrong").join();

        assertThat(answer.statusCode()).isEqualTo(400); // RFC 6749, section 5.2
        assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/admin/",
                "/auth/admin/master/console/",
                "/auth/admin/realms/firstfill/users",
                "/auth/realms/master/protocol/openid-connect/certs",
                "/auth/metrics",
                "/q/health",
                "/q/metrics"
            })
    void administrationHealthAndMetricsAreNotReachable(String path) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(answer.body()).getString("instance")).isEqualTo(path);
    }

    @Test
    void thePageOfTheSignInIsShownAndCannotBeFramed() {
        HttpResponse<String> page = get(REALM + "/protocol/openid-connect/auth?client_id=firstfill-panel"
                + "&response_type=code&scope=openid&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&redirect_uri=" + stack.origin() + "/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("login-actions/authenticate");
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
    }

    @Test
    void anErrorNamesThePathAsCalledAndAnIdThatTheServiceLogs() throws IOException {
        HttpResponse<String> answer = get("/api/control/v1/runs");
        JsonObject problem = new JsonObject(answer.body());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem.getString("instance")).isEqualTo("/api/control/v1/runs");
        assertThat(answer.headers().allValues("X-Correlation-Id")).containsExactly(problem.getString("correlationId"));
        assertThat(stack.log("control-service")).content().contains(problem.getString("correlationId"));
    }

    private CompletableFuture<HttpResponse<String>> login(String password) {
        return client.sendAsync(
                HttpRequest.newBuilder(stack.origin().resolve(TOKEN))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(LOGIN + password))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(
                    HttpRequest.newBuilder(stack.origin().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
