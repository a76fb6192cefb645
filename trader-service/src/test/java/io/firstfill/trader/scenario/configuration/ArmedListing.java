package io.firstfill.trader.scenario.configuration;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.listing.ListingTermsChanged;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.fixture.OperatorMessages;
import io.firstfill.trader.loop.VirtualTime;
import io.firstfill.trader.order.Buy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** An engine with an armed buy, and the messages by which a person changes the terms of its listing. */
abstract class ArmedListing {
    static final ListingTerms ALONE = new ListingTerms(null, null, null, true);
    static final ListingTerms NONE = new ListingTerms(null, null, null, false);
    static final ListingTerms LESS = amount("20");
    static final ListingTerms MORE = amount("80");
    static final PermitId LARGE = PermitId.derivedFrom("large permit");

    EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    Buy last() {
        return fixture.exchange.buys.getLast();
    }

    void change(ListingTerms terms) {
        ChangeListingTerms command = command(terms);
        fixture.receive(command, answer(command));
    }

    ChangeListingTerms command(ListingTerms terms) {
        return OperatorMessages.terms(Messages.LISTING, terms, fixture.now());
    }

    ListingTermsChanged answer(ChangeListingTerms command) {
        return OperatorMessages.answer(command, fixture.now());
    }

    Instant armed() {
        return armed(market());
    }

    /** Arms a buy of a run with the configuration; returns its opening. */
    Instant armed(Configuration configuration) {
        fixture.past(past(configuration)).open();
        Instant opening = fixture.now().plusSeconds(4);
        fixture.receive(Messages.signal(Messages.LISTING, opening, opening.plusSeconds(10)));
        fixture.awaitOne(OrderArmed.class);
        return opening;
    }

    static Message[] past(Configuration configuration) {
        return new Message[] {
            Messages.trading(),
            OperatorMessages.started(configuration),
            Messages.qualified(Messages.LISTING, Messages.PAIR, "LIMIT", "MARKET"),
            Messages.granted(Messages.PERMIT),
            Messages.granted(PermitId.derivedFrom("second permit")),
            Messages.granted(PermitId.derivedFrom("third permit"))
        };
    }

    static PermitGranted granted(PermitId id, String limit) {
        Instant expiry = VirtualTime.START.plus(Duration.ofMinutes(5));
        return new PermitGranted(
                Messages.meta(VirtualTime.START), Messages.PAPER, Messages.RUN, id, Amount.of(limit), expiry);
    }

    static ListingTerms amount(String amount) {
        return new ListingTerms(Amount.of(amount), null, null, false);
    }

    static Configuration market() {
        return configuration("50", OrderStyle.MARKET, null);
    }

    static Configuration capped(String premium) {
        return configuration("50", OrderStyle.IOC_CAPPED, Ratio.of(premium));
    }

    static Configuration configuration(String amount, OrderStyle style, @Nullable Ratio premium) {
        return new Configuration(
                "test",
                Amount.of(amount),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                null,
                premium,
                null);
    }
}
