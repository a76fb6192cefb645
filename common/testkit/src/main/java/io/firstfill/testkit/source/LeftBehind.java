package io.firstfill.testkit.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A word that no type is named by any more.
 *
 * @param pattern matches the type's simple name, without the suffix {@code Test}
 * @param today the term to use instead
 * @param onlyIn the modules in which the word is forbidden; empty for all
 * @param exceptIn the modules in which the word means something else and stays
 */
record LeftBehind(Pattern pattern, String today, Set<String> onlyIn, Set<String> exceptIn) {
    private static final List<LeftBehind> ALL = List.of(
            part("Bell", "OpeningTimer"),
            part("Desk", "TradingEngine, RiskEngine, ConfigurationService, PendingSignals or OrderEntry"),
            part("Wallet", "PermitPool: it holds permits and no funds"),
            part("Teller", "OrderCommitter or EventPublisher"),
            part("Voice", "PacedPublisher"),
            part("Telling", "RiskEvents"),
            part("Fact", "OrderEvents, ListingEvents or DecisionInputs"),
            whole("Journal", "EventOutbox: the journal is the ledger's").except("ledger"),
            part("Journal", "EventOutbox: the journal is the ledger's").only("trader"),
            part("Mandate", "TradingLease"),
            part("Tenure", "Lease"),
            part("Membership", "LeaseRenewer"),
            part("Namesake", "DuplicateMemberCheck"),
            whole("Turns", "QueryQueue"),
            whole("Turn", "DecisionBuilder").only("risk"),
            part("Rehearsal", "WarmUp"),
            whole("Script", "WarmUpResponses"),
            part("Door", "StreamEndpoint or ListenKeyEndpoint"),
            whole("Link", "WebSocketConnection"),
            whole("Conversation", "SubscriptionProtocol"),
            part("Sighting", "OrderSnapshot or FeedObservation"),
            part("LookUp", "OrderQueryResult"),
            whole("Look", "PollResult"),
            whole("Settling", "OrderReconciler"),
            whole("Sending", "OrderSubmitter"),
            whole("Questions", "OrderQueries"),
            part("Handover", "ProducerSend"),
            part("Want", "ListingFilter"),
            part("Opinion", "FilterResult"),
            whole("Recording", "JournalTransaction").only("ledger"),
            whole("Batch", "EnvironmentBatch").only("ledger"),
            whole("Pace", "SendLatency: Pacing is the rate"),
            part("Crier", "ListingDriver"),
            whole("Floor", "ReferenceFloor"),
            whole("Bar", "Threshold"),
            whole("Waiting", "a name that says what waits"),
            whole("Step", "a name that says a step of what"),
            whole("Outcome", "a name that says of what: the exchange's wire has Outcome")
                    .except("mexc"),
            whole("Scene", "a name that says what the fixture sets up"),
            whole("Shipped", "a name that says what was published"));

    /** The first word that the name may not carry in that module. */
    static Optional<LeftBehind> find(String type, String module) {
        String name = type.endsWith("Test") ? type.substring(0, type.length() - "Test".length()) : type;
        return ALL.stream().filter(word -> word.forbids(name, module)).findFirst();
    }

    String advice() {
        return "write " + today;
    }

    private boolean forbids(String name, String module) {
        return pattern.matcher(name).find()
                && (onlyIn.isEmpty() || onlyIn.contains(module))
                && !exceptIn.contains(module);
    }

    private static LeftBehind whole(String word, String today) {
        return new LeftBehind(Pattern.compile("^" + word + "$"), today, Set.of(), Set.of());
    }

    /** A word of a name in camel case, singular or plural: Desk is in RiskDesk and in Desks, not in Desktop. */
    private static LeftBehind part(String word, String today) {
        return new LeftBehind(Pattern.compile(word + "s?(?![a-z])"), today, Set.of(), Set.of());
    }

    private LeftBehind only(String... modules) {
        return new LeftBehind(pattern, today, Set.of(modules), exceptIn);
    }

    private LeftBehind except(String... modules) {
        return new LeftBehind(pattern, today, onlyIn, Set.of(modules));
    }
}
