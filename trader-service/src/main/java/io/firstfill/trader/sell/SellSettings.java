package io.firstfill.trader.sell;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** The settings of sells. */
@ConfigMapping(prefix = "firstfill.trader.sell")
public interface SellSettings {
    /** How long the exchange may still accept a request. */
    @WithDefault("PT1S")
    Duration recvWindow();

    /** How long requests of one order may leave while the exchange turns them away unexecuted. */
    @WithDefault("PT5S")
    Duration sendWithin();

    /** The pause after an attempt that sold nothing; twice as long after each further one. */
    @WithDefault("PT0.2S")
    Duration pause();

    /** The longest pause between two attempts. */
    @WithDefault("PT1M")
    Duration longestPause();

    /** Attempts in a row that may sell nothing before a person is called: about a quarter of an hour. */
    @WithDefault("24")
    int mostFailures();

    /** Attempts in a row that the exchange may refuse for good before a person is called. */
    @WithDefault("3")
    int mostRefusals();

    /** The time after a fill from which a balance shows it. */
    @WithDefault("PT2S")
    Duration settling();

    /** The time that a sell waits for a balance and a bid before it goes on without. */
    @WithDefault("PT1S")
    Duration readWithin();

    /** The smallest order in quote where the pair's rules are not known. */
    @WithDefault("1")
    BigDecimal smallestAmount();

    /** How far under the bid the price of an IOC order is, where no floor is set; half of it after each refusal. */
    @WithDefault("0.03")
    BigDecimal depth();
}
