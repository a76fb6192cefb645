package io.firstfill.control.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firstfill.contract.command.AnnounceListing;
import io.firstfill.contract.command.WithdrawListing;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.Api;
import io.firstfill.control.ControlResource;
import io.firstfill.control.ListingAnswers;
import io.firstfill.control.RespondingServices;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proves how a person announces a listing and takes that back, and what is refused and why. */
@QuarkusTest
@WithTestResource(ControlResource.class)
class ListingCommandsTest {
    private final String opening = Instant.now()
            .plus(Duration.ofDays(1))
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    @Inject
    RespondingServices services;

    @BeforeEach
    void noServiceAnswers() {
        services.reset();
    }

    @Test
    void anAnnouncementIsAnsweredWithTheListingAndRepeatedWithItsKeyIsTheSame() {
        services.respondTo(AnnounceListing.class, ListingAnswers::announced);
        String body = announcement("币安人生/usdt", opening);

        String id = announce("key one", body).statusCode(201).extract().path("listingId");

        announce("key one", body)
                .statusCode(201)
                .body("listingId", equalTo(id))
                .body("pair", equalTo("币安人生/USDT"))
                .body("openingTime", equalTo(opening))
                .body("announcedByHand", equalTo(true))
                .body("terms", nullValue());
        announce("key one", announcement("OTHER/USDT", opening)).statusCode(422);
        assertThat(services.publishedCommands(AnnounceListing.class))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.pair()).isEqualTo(Pair.of("币安人生/USDT"));
                    assertThat(command.reason()).isEqualTo("their own post");
                });
    }

    @Test
    void everyWrongFieldIsNamedWithItsRange() {
        announce(
                        "key three",
                        announcement("NEWTUSDT", Instant.now().minusSeconds(60).toString()))
                .statusCode(400)
                .body("violations.field", contains("pair", "openingTime"))
                .body("violations[0].message", containsString("such as NEWT/USDT"))
                .body("violations[1].message", containsString("not after"));
        announce(
                        "key four",
                        announcement(
                                "USDT/USDT",
                                Instant.now().plus(Duration.ofDays(14)).toString()))
                .statusCode(400)
                .body("violations.field", contains("pair", "openingTime"));
        assertThat(services.publishedCommands(AnnounceListing.class)).isEmpty();
    }

    @Test
    void aPairThatTheScannerKnowsToTradeIsRefused() {
        services.respondTo(
                AnnounceListing.class,
                it -> List.of(new ListingWithdrawn(
                        AnswerMessages.caused(it, "refused"),
                        it.environment(),
                        ListingId.derivedFrom("none", it.meta().id()),
                        it.pair(),
                        ListingSource.EXCHANGE_INFO)));

        announce("key five", announcement("BTC/USDT", opening))
                .statusCode(409)
                .body("type", equalTo("urn:firstfill:problem:pair-trading"));
    }

    @Test
    void withoutAScannerTheCallerIsToldThatTheCommandHoldsLater() {
        announce("key six", announcement("LATE/USDT", opening))
                .statusCode(503)
                .body("type", equalTo("urn:firstfill:problem:no-answer"))
                .body("detail", containsString("holds once one reads it"));
        assertThat(services.publishedCommands(AnnounceListing.class)).hasSize(1);
    }

    @Test
    void anAnnouncementIsTakenBackByTheListingsId() {
        services.respondTo(AnnounceListing.class, ListingAnswers::announced);
        services.respondTo(WithdrawListing.class, ListingAnswers::withdrawn);
        String id = announce("key two", announcement("BACK/USDT", opening))
                .extract()
                .path("listingId");

        withdraw(id).statusCode(200).body("announcedByHand", equalTo(false));

        withdraw(id).statusCode(409).body("type", equalTo("urn:firstfill:problem:listing-withdrawn"));
    }

    @Test
    void whatNobodyAnnouncedByHandIsNotTakenBackByHand() {
        ListingId id = published("FEED/USDT", Instant.parse(opening));

        withdraw(id.toString()).statusCode(409).body("type", equalTo("urn:firstfill:problem:listing-not-by-hand"));
        withdraw(UUID.randomUUID().toString()).statusCode(404);
        assertThat(services.publishedCommands(WithdrawListing.class)).isEmpty();
    }

    private ListingId published(String pair, Instant opening) {
        return published("paper", pair, opening);
    }

    /** A feed has shown the listing; returns once control knows it. */
    private ListingId published(String environment, String pair, Instant opening) {
        ListingId id = ListingId.derivedFrom(pair, UUID.randomUUID());
        services.publish(new ListingAnnounced(
                AnswerMessages.first(),
                EnvironmentId.of(environment),
                id,
                Pair.of(pair),
                opening,
                ListingSource.CALENDAR,
                Instant.now()));
        Awaitility.await()
                .until(() -> Api.operator()
                                .body("{\"reason\":\"probe\"}")
                                .post("/environments/" + environment + "/listings/" + id + "/withdrawal")
                                .statusCode()
                        != 404);
        return id;
    }

    private static String announcement(String pair, String opening) {
        return "{\"pair\":\"" + pair + "\",\"openingTime\":\"" + opening + "\",\"reason\":\"their own post\"}";
    }

    private static ValidatableResponse announce(String key, String body) {
        return Api.operator()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/environments/paper/listings")
                .then();
    }

    private static ValidatableResponse withdraw(String id) {
        return Api.operator()
                .body("{\"reason\":\"a mistake\"}")
                .post("/environments/paper/listings/" + id + "/withdrawal")
                .then();
    }
}
