package io.firstfill.acceptance.client;

import firstfill.client.ledger.AlertsApi;
import firstfill.client.ledger.ApiClient;
import firstfill.client.ledger.BalancesApi;
import firstfill.client.ledger.CapsApi;
import firstfill.client.ledger.ConfigurationsApi;
import firstfill.client.ledger.CredentialsApi;
import firstfill.client.ledger.ExportsApi;
import firstfill.client.ledger.GuardrailsApi;
import firstfill.client.ledger.JournalApi;
import firstfill.client.ledger.LatenciesApi;
import firstfill.client.ledger.ListingsApi;
import firstfill.client.ledger.MissedListingsApi;
import firstfill.client.ledger.OrdersApi;
import firstfill.client.ledger.PermitsApi;
import firstfill.client.ledger.PositionsApi;
import firstfill.client.ledger.RecordingApi;
import firstfill.client.ledger.RunsApi;
import firstfill.client.ledger.SuccessRatesApi;
import firstfill.client.ledger.TradesApi;
import firstfill.client.ledger.TradingStatesApi;
import io.firstfill.local.launch.Stack;

/** The generated client of the ledger's API, for one user. Only the gateway's address and the token are set. */
public final class LedgerClient {
    private final ApiClient client;

    private LedgerClient(ApiClient client) {
        this.client = client;
    }

    public static LedgerClient of(Stack stack, String user) {
        return new LedgerClient(new ApiClient()
                .setScheme(stack.origin().getScheme())
                .setHost(stack.origin().getHost())
                .setPort(stack.origin().getPort())
                .setRequestInterceptor(request -> request.header("Authorization", "Bearer " + stack.token(user))));
    }

    public AlertsApi alerts() {
        return new AlertsApi(client);
    }

    public BalancesApi balances() {
        return new BalancesApi(client);
    }

    public CapsApi caps() {
        return new CapsApi(client);
    }

    public ConfigurationsApi configurations() {
        return new ConfigurationsApi(client);
    }

    public CredentialsApi credentials() {
        return new CredentialsApi(client);
    }

    public ExportsApi exports() {
        return new ExportsApi(client);
    }

    public GuardrailsApi guardrails() {
        return new GuardrailsApi(client);
    }

    public JournalApi journal() {
        return new JournalApi(client);
    }

    public LatenciesApi latencies() {
        return new LatenciesApi(client);
    }

    public ListingsApi listings() {
        return new ListingsApi(client);
    }

    public MissedListingsApi missedListings() {
        return new MissedListingsApi(client);
    }

    public OrdersApi orders() {
        return new OrdersApi(client);
    }

    public PermitsApi permits() {
        return new PermitsApi(client);
    }

    public PositionsApi positions() {
        return new PositionsApi(client);
    }

    public RecordingApi recording() {
        return new RecordingApi(client);
    }

    public RunsApi runs() {
        return new RunsApi(client);
    }

    public SuccessRatesApi successRates() {
        return new SuccessRatesApi(client);
    }

    public TradesApi trades() {
        return new TradesApi(client);
    }

    public TradingStatesApi tradingStates() {
        return new TradingStatesApi(client);
    }
}
