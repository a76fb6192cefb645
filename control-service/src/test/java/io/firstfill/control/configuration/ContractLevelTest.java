package io.firstfill.control.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.SellEverything;
import io.firstfill.contract.command.SetExitPlan;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Polling;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that no field is accepted before every service of the deployment obeys it. */
class ContractLevelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyFieldOfALaterLevelIsRefusedByItsName(int level) {
        assertThat(violations(configuration(), level))
                .extracting(Violation::field)
                .containsExactly(
                        "caps.spendPerDay",
                        "caps.openPositions",
                        "caps.lossPerDay",
                        "caps.consecutiveFailures",
                        "maxPremium",
                        "polling.tickerInterval",
                        "polling.calendarInterval");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void theyAreAcceptedFromTheirLevelOn(int level) {
        assertThat(violations(configuration(), level)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatEveryServiceKnowsIsAcceptedAtEveryLevel(int level) {
        assertThat(violations(configuration(new Caps(10, Amount.of("100"), 3), null, null), level))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void anExitPlanIsRefusedBeforeEveryServiceSells(int level) {
        ExitPlan plan = new ExitPlan(List.of(), null, null, Duration.ofHours(1), null, AtStop.KEEP_EXITS);

        assertThat(violations(withExitPlan(plan), level))
                .extracting(Violation::field)
                .isEqualTo(level == 4 ? List.of() : List.of("exitPlan"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noCommandAboutAnExitIsPublishedBeforeItsLevel(int level) {
        MessageCodec codec = new MessageCodec(new ObjectMapper(), level);

        assertThat(Stream.of(SetExitPlan.class, SellEverything.class))
                .allMatch(command -> codec.mayWrite(command) == (level == 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noCommandAboutAListingIsPublishedBeforeItsLevel(int level) {
        MessageCodec codec = new MessageCodec(new ObjectMapper(), level);

        assertThat(Stream.of(AnnounceListing.class, WithdrawListing.class, ChangeListingTerms.class))
                .allMatch(command -> codec.mayWrite(command) == (level >= 3));
    }

    private static List<Violation> violations(Configuration configuration, int level) {
        return new ConfigurationRules(new MessageCodec(new ObjectMapper(), level))
                .violations(configuration, Optional.empty());
    }

    private static Configuration configuration() {
        return configuration(
                new Caps(10, Amount.of("100"), 3, Amount.of("50"), 2, Amount.of("20"), 3),
                Ratio.of("0.3"),
                new Polling(SECOND, Duration.ofSeconds(30)));
    }

    private static Configuration withExitPlan(ExitPlan plan) {
        return configuration(new Caps(10, Amount.of("100"), 3), null, null, plan);
    }

    private static Configuration configuration(Caps caps, @Nullable Ratio premium, @Nullable Polling polling) {
        return configuration(caps, premium, polling, null);
    }

    private static Configuration configuration(
            Caps caps, @Nullable Ratio premium, @Nullable Polling polling, @Nullable ExitPlan exitPlan) {
        return new Configuration(
                "test",
                Amount.of("10"),
                new SymbolFilter(Set.of(Asset.of("USDT")), List.of(), List.of()),
                OrderStyle.IOC_CAPPED,
                SECOND,
                SECOND,
                SECOND,
                SECOND,
                caps,
                new SafetySwitches(true, true, true),
                null,
                premium,
                polling,
                exitPlan);
    }
}
