package io.firstfill.benchmark.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The messages of a run that buys one listing after the other, in the shares in which the services write them. For a
 * listing: four of the scanner, three about permits, five about its order, one of the caps and one of the balance.
 * Every fourth order is rejected and its permit returned, and every fifth listing has an alert that is cleared again.
 */
final class EventMix {
    static final String ENVIRONMENT = "paper";

    private static final String LISTINGS = "listings.v1";
    private static final String PERMITS = "permits.v1";
    private static final String ORDERS = "orders.v1";
    private static final int REJECTED_EVERY = 4;
    private static final int ALERT_EVERY = 5;
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final SplittableRandom random;
    private final InstantSource clock;
    private final String run;
    private final Deque<Event> next = new ArrayDeque<>();
    private int listings;
    private Instant now = Instant.EPOCH;

    EventMix(long seed, InstantSource clock) {
        this.random = new SplittableRandom(seed);
        this.clock = clock;
        this.run = id();
    }

    Event next() {
        if (next.isEmpty()) {
            now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            listings++;
            addListing();
        }
        return next.removeFirst();
    }

    private void addListing() {
        String listing = id();
        String opening = now.plus(AHEAD).toString();
        String about = "\"listingId\":\"%s\",\"pair\":\"B%d/USDT\"".formatted(listing, listings);
        add(LISTINGS, "ListingAnnounced", about + """
                ,"openingTime":"%s","source":"CALENDAR","detectedAt":"%s\"""".formatted(opening, now));
        add(LISTINGS, "ListingQualified", about + """
                ,"verdict":"QUALIFIED","reasons":[],"rules":{"quantityDecimals":2,"priceDecimals":6,"minMarketAmount":"1",\
                "maxMarketAmount":"2000000","orderTypes":["LIMIT","MARKET","LIMIT_MAKER"],"apiTradable":true,\
                "minLimitAmount":"1","maxLimitAmount":"2000000","buyable":true}""");
        add(LISTINGS, "ListingSignal", about + """
                ,"runId":"%s","source":"CALENDAR","confidence":"CONFIRMED","openingTime":"%s","detectedAt":"%s",\
                "deadline":"%s\"""".formatted(run, opening, now, opening));
        String permit = grant();
        addOrder(about, permit, opening);
        add(LISTINGS, "TradingOpened", about + """
                ,"source":"CALENDAR","openingTime":"%s","seenAt":"%s\"""".formatted(opening, opening));
        add(PERMITS, "PermitRevoked", """
                "runId":"%s","permitId":"%s","reason":"EXPIRED\"""".formatted(run, grant()));
        addReports();
    }

    private String grant() {
        String permit = id();
        add(PERMITS, "PermitGranted", """
                "runId":"%s","permitId":"%s","limit":"20","expiresAt":"%s\"""".formatted(run, permit, now.plus(AHEAD)));
        return permit;
    }

    private void addOrder(String about, String permit, String opening) {
        String order = "\"runId\":\"%s\",%s,\"clientOrderId\":\"ff-b1-%s\""
                .formatted(run, about, Long.toUnsignedString(random.nextLong(), 36));
        String timeline = "\"timeline\":" + timeline(opening);
        add(ORDERS, "OrderArmed", order + """
                ,"permitId":"%s","quoteAmount":"20","openingTime":"%s\"""".formatted(permit, opening));
        add(ORDERS, "OrderSubmitted", order + """
                ,"permitId":"%s","side":"BUY","orderType":"MARKET","quoteAmount":"20","attempt":1,"validUntil":"%s",%s""".formatted(permit, opening, timeline));
        if (listings % REJECTED_EVERY == 0) {
            add(ORDERS, "OrderRejected", order + """
                    ,"httpStatus":400,"code":30016,"message":"Trading disabled","rejection":"NOT_OPEN","probes":3,\
                    %s""".formatted(timeline));
            add(ORDERS, "PermitReturned", """
                    "runId":"%s","permitId":"%s","reason":"NOT_BOUGHT\"""".formatted(run, permit));
            return;
        }
        String exchangeOrder = ",\"exchangeOrderId\":\"C02__" + Math.abs(random.nextLong()) + "\",";
        add(ORDERS, "OrderAccepted", order + exchangeOrder + "\"probes\":1," + timeline);
        add(ORDERS, "OrderFilled", order + exchangeOrder + """
                "filledQuantity":"998.75","filledAmount":"19.99995","averagePrice":"0.020025",""" + timeline);
        add(ORDERS, "PositionOpened", """
                "runId":"%s","positionId":"%s","pair":"B%d/USDT","quantity":"998.75","cost":"19.99995",\
                "averagePrice":"0.020025","heldBy":"OPERATOR\"""".formatted(run, id(), listings));
    }

    private String timeline(String opening) {
        return """
                {"openingTime":"%1$s","detectedAt":"%2$s","signaledAt":"%2$s","consumedAt":"%2$s","firedAt":"%1$s",\
                "submittedAt":"%1$s","signedAt":"%2$s","writtenAt":"%1$s","answeredAt":"%1$s","filledAt":"%1$s",\
                "exchangeTime":"%1$s"}""".formatted(opening, now);
    }

    private void addReports() {
        add("caps.v1", "CapsReported", """
                "runId":"%s","guardrailsVersion":1,"guardrails":{"tradesPerHour":100,"spendPerRun":"250"},"uses":[\
                {"cap":"TRADES_PER_HOUR","level":"RUN","used":"9","limit":"10","near":true,"reached":false},\
                {"cap":"SPEND","level":"RUN","used":"101.30","limit":"250","near":false,"reached":false}]""".formatted(run));
        add("balances.v1", "BalancesReported", """
                "balances":[{"asset":"USDT","free":"412.77","locked":"0"}],"asOf":"%s\"""".formatted(now));
        if (listings % ALERT_EVERY == 0) {
            String about = "\"kind\":\"UNRESOLVED_ORDER\",\"subject\":\"order " + listings + "\"";
            add("alerts.v1", "AlertRaised", about + """
                    ,"severity":"CRITICAL","summary":"The exchange's answer to an order is unknown","runId":"%s\"""".formatted(run));
            add("alerts.v1", "AlertCleared", about);
        }
    }

    private void add(String topic, String type, String fields) {
        String id = id();
        next.add(new Event(topic, id, """
                {"type":"%s","meta":{"id":"%s","occurredAt":"%s","correlationId":"%s","causationId":"%s"},\
                "environment":"%s",%s}""".formatted(type, id, now, run, run, ENVIRONMENT, fields)));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
