package io.firstfill.ledger.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.id.RunId;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.KafkaAndPostgres;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.Timelines;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The API shows the latest verdict on a listing with its reasons and rules, and why each run did not buy. */
@QuarkusTest
@KafkaAndPostgres
@TestSecurity(user = "vera", roles = "viewer")
class ListingVerdictTest {
    private static final Instant T0 = LedgerFixture.T0;
    private static final Pair PAIR = Pair.of("NEWT/USDT");
    private static final TradingRules RULES =
            new TradingRules(2, 5, Amount.of("1"), Amount.of("5000"), List.of("LIMIT", "MARKET"), false);

    private final LedgerFixture fixture = new LedgerFixture();
    private final RunId otherRun = new RunId(UUID.randomUUID());

    @Test
    void theLatestVerdictIsShownWithReasonsRulesAndTime() {
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                qualified(T0.plusSeconds(1), "not in exchangeInfo yet", null),
                qualified(T0.plusSeconds(9), "fine", RULES));

        listing()
                .body("items[0].verdict", equalTo("QUALIFIED"))
                .body("items[0].verdictAt", equalTo("2026-11-22T12:00:09.000001Z"))
                .body("items[0].reasons", contains("fine"))
                .body("items[0].rules.minMarketAmount", equalTo("1"))
                .body("items[0].rules.orderTypes", contains("LIMIT", "MARKET"))
                .body("items[0].rules.apiTradable", equalTo(false));
    }

    @Test
    void anOlderVerdictReadLateChangesNothing() {
        fixture.record(qualified(T0.plusSeconds(9), "fine", RULES));

        fixture.record(qualified(T0.plusSeconds(1), "not in exchangeInfo yet", null));

        listing()
                .body("items[0].verdictAt", equalTo("2026-11-22T12:00:09.000001Z"))
                .body("items[0].reasons", contains("fine"))
                .body("items[0].rules.priceDecimals", equalTo(5));
    }

    @Test
    void eachRunShowsWhyItDidNotBuy() {
        fixture.record(
                fixture.announced(1, "NEWT", T0),
                skipped(),
                new OrderDenied(
                        LedgerFixture.meta(T0.plusSeconds(2)),
                        fixture.environment,
                        fixture.run,
                        fixture.listing(1),
                        PAIR,
                        fixture.order(1),
                        DenialReason.NO_PERMIT,
                        "CAP_TRADES_PER_HOUR used=10 limit=10",
                        null,
                        Timelines.unanswered(T0)));

        listing()
                .body("items[0].decisions.outcome", contains("SKIPPED", "DENIED"))
                .body("items[0].decisions.reason", contains("DENIED_PATTERN", "NO_PERMIT"))
                .body("items[0].decisions[0].runId", equalTo(otherRun.toString()))
                .body("items[0].decisions[0].clientOrderId", nullValue())
                .body("items[0].decisions[1].detail", equalTo("CAP_TRADES_PER_HOUR used=10 limit=10"))
                .body(
                        "items[0].decisions[1].clientOrderId",
                        equalTo(fixture.order(1).value()));
    }

    private ListingQualified qualified(Instant at, String reason, @Nullable TradingRules rules) {
        return new ListingQualified(
                LedgerFixture.meta(at),
                fixture.environment,
                fixture.listing(1),
                PAIR,
                Verdict.QUALIFIED,
                List.of(reason),
                rules);
    }

    private ListingSkipped skipped() {
        return new ListingSkipped(
                LedgerFixture.meta(T0.plusSeconds(1)),
                fixture.environment,
                fixture.listing(1),
                PAIR,
                otherRun,
                SkipReason.DENIED_PATTERN,
                "NEWT matches NEW*");
    }

    private ValidatableResponse listing() {
        return given().queryParam("environment", fixture.environment.value())
                .get("/api/ledger/v1/listings")
                .then()
                .statusCode(200);
    }
}
