package io.firstfill.ledger.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ApplyRejected;
import io.firstfill.contract.run.ConfigurationApplied;
import io.firstfill.contract.run.ConfigurationRejected;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.run.reason.ApplyRejection;
import io.firstfill.contract.value.Actor;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.decision.ApplyDecision.Inputs;
import io.firstfill.service.json.JsonSettings;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves which version a running run goes on with, and why it does not. */
class ApplyDecisionTest {
    private static final Configuration CURRENT = LedgerFixture.configurationNamed("first fill");
    private static final ConfigurationId ID = ConfigurationId.derivedFrom("one");
    private static final ConfigurationRef RUNNING = new ConfigurationRef(ID, 1);
    private static final Meta META = LedgerFixture.meta(LedgerFixture.T0);
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new JsonSettings().customize(JSON);
    }

    /** Another valid value for every field of a configuration. */
    private static final Map<String, String> CHANGES = new TreeMap<>(Map.ofEntries(
            Map.entry("name", "\"other\""),
            Map.entry("quoteAmount", "\"20\""),
            Map.entry("symbols", "{\"quoteAssets\":[\"USDC\"],\"allow\":[],\"deny\":[]}"),
            Map.entry("orderStyle", "\"IOC_CAPPED\""),
            Map.entry("recvWindow", "\"PT0.5S\""),
            Map.entry("signalMaxAge", "\"PT3S\""),
            Map.entry("latencyBudget", "\"PT0.2S\""),
            Map.entry("probeWindow", "\"PT9S\""),
            Map.entry("caps", "{\"tradesPerHour\":1,\"spend\":\"20\",\"concurrentListings\":1}"),
            Map.entry("safety", "{\"buyScheduled\":false,\"buySurprise\":true,\"requireQualified\":true}"),
            Map.entry("priceCap", "\"7\""),
            Map.entry("maxPremium", "\"0.3\""),
            Map.entry("polling", "{\"tickerInterval\":\"PT1S\"}")));

    @Test
    void everyFieldChangesInARunButThoseThatAreTheDeadlineOfASignal() throws JsonProcessingException {
        assertThat(JSON.valueToTree(CURRENT).fieldNames()).toIterable().isSubsetOf(CHANGES.keySet());
        Map<String, String> refused = new TreeMap<>();
        for (Map.Entry<String, String> change : CHANGES.entrySet()) {
            ObjectNode changed = JSON.valueToTree(CURRENT);
            changed.set(change.getKey(), JSON.readTree(change.getValue()));
            Configuration requested = JSON.treeToValue(changed, Configuration.class);
            assertThat(requested).as(change.getKey()).isNotEqualTo(CURRENT);

            RunEvent answer = decide(new Inputs(RUNNING, CURRENT, requested, false));

            if (answer instanceof ApplyRejected rejected) {
                assertThat(rejected.reason()).isEqualTo(ApplyRejection.FIXED_FIELD);
                refused.put(change.getKey(), rejected.detail());
            } else {
                assertThat(((ConfigurationApplied) answer).snapshot()).isEqualTo(requested);
            }
        }
        assertThat(refused).isEqualTo(Map.of("signalMaxAge", "signalMaxAge", "probeWindow", "probeWindow"));
    }

    @Test
    void anAppliedVersionSaysWhoAppliedItWhyAndWhatItReplaced() {
        ConfigurationApplied applied = (ConfigurationApplied) decide(new Inputs(RUNNING, CURRENT, CURRENT, false));

        assertThat(applied.appliedBy()).isEqualTo(Actor.of("rita"));
        assertThat(applied.reason()).isEqualTo("thin book");
        assertThat(applied.previous()).isEqualTo(RUNNING);
        assertThat(applied.configuration()).isEqualTo(command().configuration());
        assertThat(applied.meta().causationId()).isEqualTo(command().meta().id());
    }

    @Test
    void whatCannotBeAppliedIsRefusedWithItsReason() {
        ConfigurationRef other = new ConfigurationRef(ConfigurationId.derivedFrom("other"), 1);

        assertThat(reason(new Inputs(null, null, CURRENT, false))).isEqualTo(ApplyRejection.RUN_NOT_ACTIVE);
        assertThat(reason(new Inputs(null, null, null, false))).isEqualTo(ApplyRejection.RUN_NOT_ACTIVE);
        assertThat(reason(new Inputs(RUNNING, CURRENT, null, false))).isEqualTo(ApplyRejection.UNKNOWN_CONFIGURATION);
        assertThat(reason(new Inputs(RUNNING, CURRENT, CURRENT, true))).isEqualTo(ApplyRejection.UNKNOWN_CONFIGURATION);
        assertThat(reason(new Inputs(other, CURRENT, CURRENT, false))).isEqualTo(ApplyRejection.OTHER_CONFIGURATION);
    }

    @Test
    void aCommandThatIsReadAfterItsDeadlineIsNotApplied() {
        Inputs possible = new Inputs(RUNNING, CURRENT, CURRENT, false);

        assertThat(ApplyDecision.decide(command(null, LedgerFixture.T0), possible, LedgerFixture.T0))
                .isInstanceOf(ConfigurationApplied.class);
        assertThat(((ApplyRejected) ApplyDecision.decide(
                                command(null, LedgerFixture.T0), possible, LedgerFixture.T0.plusMillis(1)))
                        .reason())
                .isEqualTo(ApplyRejection.EXPIRED);
    }

    @Test
    void aRunThatUsesAnotherVersionThanExpectedKeepsIt() {
        Inputs possible = new Inputs(RUNNING, CURRENT, CURRENT, false);

        assertThat(ApplyDecision.decide(command(1, null), possible, LedgerFixture.T0))
                .isInstanceOf(ConfigurationApplied.class);
        assertThat(((ApplyRejected) ApplyDecision.decide(command(2, null), possible, LedgerFixture.T0)).reason())
                .isEqualTo(ApplyRejection.VERSION_CONFLICT);
    }

    @Test
    void readersOfAnEarlierLevelGetTheRejectionTheyKnow() {
        ConfigurationRejected answer =
                ApplyDecision.atEarlierLevel(command(), new Inputs(RUNNING, CURRENT, null, false), LedgerFixture.T0);

        assertThat(answer.currentVersion()).isEqualTo(1);
    }

    private static ApplyRejection reason(Inputs inputs) {
        return ((ApplyRejected) decide(inputs)).reason();
    }

    private static RunEvent decide(Inputs inputs) {
        return ApplyDecision.decide(command(), inputs, LedgerFixture.T0);
    }

    private static ApplyConfiguration command() {
        return command(null, null);
    }

    private static ApplyConfiguration command(@Nullable Integer expected, @Nullable Instant deadline) {
        return new ApplyConfiguration(
                META,
                EnvironmentId.of("paper"),
                Actor.of("rita"),
                RunId.derivedFrom("run"),
                new ConfigurationRef(ID, 2),
                "thin book",
                expected,
                deadline);
    }
}
