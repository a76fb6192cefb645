package io.firstfill.acceptance.client;

import firstfill.client.control.ApiClient;
import firstfill.client.control.ConfigurationsApi;
import firstfill.client.control.EnvironmentsApi;
import firstfill.client.control.GuardrailsApi;
import firstfill.client.control.ReadinessApi;
import firstfill.client.control.RunsApi;
import io.firstfill.local.launch.Stack;

/** The generated client of control's API, for one user. Only the gateway's address and the token are set. */
public record ControlClient(
        ConfigurationsApi configurations,
        RunsApi runs,
        EnvironmentsApi environments,
        GuardrailsApi guardrails,
        ReadinessApi readiness) {

    public static ControlClient of(Stack stack, String user) {
        ApiClient client = new ApiClient()
                .setScheme(stack.origin().getScheme())
                .setHost(stack.origin().getHost())
                .setPort(stack.origin().getPort())
                .setRequestInterceptor(request -> request.header("Authorization", "Bearer " + stack.token(user)));
        return new ControlClient(
                new ConfigurationsApi(client),
                new RunsApi(client),
                new EnvironmentsApi(client),
                new GuardrailsApi(client),
                new ReadinessApi(client));
    }
}
