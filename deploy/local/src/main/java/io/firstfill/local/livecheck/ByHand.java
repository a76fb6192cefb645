package io.firstfill.local.livecheck;

import java.util.List;

/** What no public endpoint tells, in the order of its value: to be looked at on the first live day. */
final class ByHand {
    private static final String KEY = "only orders show it";

    private ByHand() {}

    /** Facts that need a key, as findings. */
    static List<Finding> facts() {
        return List.of(
                needsKey("the same client order id twice", "taken twice: nothing is ever sent again [unknown]"),
                needsKey("the code before the opening", "30001 or 10007; 30000 and 30016 by their meaning [community]"),
                needsKey("MARKET in the first minute", "accepted, then cancelled; styles fall back [community: one]"),
                needsKey("IOC at once", "accepted at the opening [unknown]"),
                needsKey("the cap at the opening", "30010 with the cap at the end of its text [community: one]"),
                needsKey("the band before the first trade", "does not refuse [unknown]"),
                needsKey("the order rate", "12 a second, shared with cancels [doc]"),
                needsKey("Retry-After of a 429", "seconds; ten minutes in the FAQ, so any is honoured [doc]"),
                needsKey("selfSymbols before the opening", "may lack the pair: not asked as a condition [unknown]"),
                needsKey("order/test before the opening", "proves nothing about the opening [unknown]"),
                needsKey("look-up after an acknowledgement", "visible within a second [unknown]"),
                needsKey("fee of a buy", "in quote, base or MX: positions follow the balance [unknown]"),
                needsKey("push of a refused order", "none [unknown]"),
                needsKey("orders push before deals push", "about 50 ms ahead [real response, one sample]"),
                needsKey("spend of a market buy", "all or about 95 % of the amount: booked as filled [real response]"),
                needsKey("timestamp of the order gateway", "the clock of /time [unknown]"),
                needsKey("listen key without a signature", "signed here, as clients do [community]"));
    }

    /** Steps for a person. */
    static List<String> steps() {
        return List.of(
                "Bind the key to this machine's address at the exchange; nothing tells whether it is.",
                "Give the key no withdraw right and no restriction to pairs; deploy/secret status says the first.",
                "Set the account's MX deduction as you want the fee, and look at the first fill's fee currency.",
                "Buy the smallest amount of a pair that trades, by hand, and compare balance and fill.",
                "Watch one opening with the run stopped: when status turns to 1, when the first trade is, where the asks are.",
                "Start with ceilings of one smallest buy; raise them after the first listing is recorded as it was.",
                "After the first listing read the order in the panel hop by hop: probes, codes, cap, cancel, fee.",
                "Run this command again from the machine that trades, near an opening: it then sees a pair that waits.");
    }

    private static Finding needsKey(String fact, String assumed) {
        return new Finding(fact, assumed, KEY, Finding.Verdict.NEEDS_KEY);
    }
}
