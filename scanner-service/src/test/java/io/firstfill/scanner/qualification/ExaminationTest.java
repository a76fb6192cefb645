package io.firstfill.scanner.qualification;

import static io.firstfill.contract.listing.Verdict.DISQUALIFIED;
import static io.firstfill.contract.listing.Verdict.QUALIFIED;
import static io.firstfill.contract.listing.Verdict.UNCERTAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.Observations;
import io.firstfill.scanner.observation.MarketRow;
import io.firstfill.scanner.observation.MarketRow.Phase;
import io.firstfill.scanner.observation.MarketRow.Sides;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons against buying a pair, by exchangeInfo (US2). */
class ExaminationTest {
    private static final TradingRules WITH_MARKET = Observations.rules(false, "LIMIT", "MARKET");
    private static final TradingRules LIMIT_ONLY = Observations.rules(false, "LIMIT");

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(Phase.PAUSED, false, Sides.ALL, WITH_MARKET, false, QUALIFIED, List.of()),
                Arguments.of(Phase.ONLINE, true, Sides.ALL, WITH_MARKET, true, QUALIFIED, List.of()),
                Arguments.of(Phase.ONLINE, true, Sides.BUY_ONLY, WITH_MARKET, true, QUALIFIED, List.of()),
                Arguments.of(Phase.ONLINE, true, null, WITH_MARKET, true, QUALIFIED, List.of()),
                Arguments.of(Phase.PAUSED, false, Sides.ALL, WITH_MARKET, true, DISQUALIFIED, List.of("PAUSED")),
                Arguments.of(Phase.ONLINE, false, Sides.ALL, WITH_MARKET, false, QUALIFIED, List.of()),
                Arguments.of(
                        Phase.ONLINE, false, Sides.ALL, WITH_MARKET, true, DISQUALIFIED, List.of("NOT_API_TRADABLE")),
                Arguments.of(Phase.OFFLINE, false, Sides.ALL, WITH_MARKET, false, DISQUALIFIED, List.of("OFFLINE")),
                Arguments.of(
                        Phase.PAUSED,
                        false,
                        Sides.SELL_ONLY,
                        LIMIT_ONLY,
                        false,
                        DISQUALIFIED,
                        List.of("SIDES_SELL_ONLY", "NO_MARKET_ORDERS")),
                Arguments.of(Phase.PAUSED, false, Sides.ALL, null, false, UNCERTAIN, List.of("RULES_INCOMPLETE")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyReasonIsNamedAndNotBeingOpenYetIsNone(
            Phase phase,
            boolean tradable,
            @Nullable Sides sides,
            @Nullable TradingRules rules,
            boolean settled,
            Verdict verdict,
            List<String> reasons) {
        MarketRow row = new MarketRow(Pair.of("NEWT/USDT"), "NEWTUSDT", phase, tradable, null, sides, rules);

        Qualification found = Examination.of(row, settled, true);

        assertThat(found).isEqualTo(new Qualification(verdict, reasons, rules));
    }
}
