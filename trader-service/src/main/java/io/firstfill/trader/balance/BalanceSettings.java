package io.firstfill.trader.balance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the balances: when the exchange is asked, which are reported, and when one is low. */
@ConfigMapping(prefix = "firstfill.balance")
public interface BalanceSettings {
    /** Between two questions where no buy has ended. Each costs 10 of the request weight. */
    @WithDefault("PT3M")
    Duration interval();

    /** Between the end of a buy and the question that follows from it, so that the exchange has settled the buy. */
    @WithDefault("PT1S")
    Duration settling();

    /** Between two questions for whatever reason. */
    @WithDefault("PT5S")
    Duration pause();

    /** Between a question without an answer and the next one, and between two because a buy cannot be paid. */
    @WithDefault("PT10S")
    Duration retry();

    /** The age up to which a balance counts as known: an older one denies no buy. */
    @WithDefault("PT10M")
    Duration maxAge();

    /** The longest time between two reports, so that the age of a balance that does not change says something. */
    @WithDefault("PT1H")
    Duration reportInterval();

    /** The number of buys of the running configuration below which the balance is low; zero never alerts. */
    @WithDefault("3")
    int lowBuys();

    /** The quote assets that are reported where the account holds some of them; the first one is always reported. */
    @WithDefault("USDT,USDC,USD1,USDE,TUSD,BTC,ETH,MX,EUR,BRL")
    List<String> assets();
}
