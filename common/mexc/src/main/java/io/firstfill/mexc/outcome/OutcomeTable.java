package io.firstfill.mexc.outcome;

import io.firstfill.mexc.outcome.Outcome.AccountRefused;
import io.firstfill.mexc.outcome.Outcome.CancelTargetGone;
import io.firstfill.mexc.outcome.Outcome.ClockOff;
import io.firstfill.mexc.outcome.Outcome.EmptyBook;
import io.firstfill.mexc.outcome.Outcome.ExchangeUnsure;
import io.firstfill.mexc.outcome.Outcome.InsufficientBalance;
import io.firstfill.mexc.outcome.Outcome.KeyRefused;
import io.firstfill.mexc.outcome.Outcome.NotOpenOrBarred;
import io.firstfill.mexc.outcome.Outcome.NotYetOpen;
import io.firstfill.mexc.outcome.Outcome.OrderAbsent;
import io.firstfill.mexc.outcome.Outcome.PairBarred;
import io.firstfill.mexc.outcome.Outcome.PriceAboveCap;
import io.firstfill.mexc.outcome.Outcome.SellSuspended;
import io.firstfill.mexc.outcome.Outcome.SwitchStyle;
import io.firstfill.mexc.outcome.Outcome.SymbolUnknown;
import io.firstfill.mexc.outcome.Outcome.Throttled;
import io.firstfill.mexc.outcome.Outcome.Unacceptable;
import io.firstfill.mexc.outcome.Outcome.UnknownCode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maps the exchange's error codes to what they mean. The text of the answer decides only where the exchange reuses a
 * code.
 */
public final class OutcomeTable {

    private static final int NO_VALID_PRICE = 30010;
    private static final int MARKET_ORDER_DISABLED = 30018;

    /**
     * Matches the amount and quote at the end of the sentence: they have not changed, while the wording of the sentence
     * has. The amount is a plain decimal, one with commas between thousands, or one with an exponent. What stands
     * before it may not belong to a number, so that no other way to write a number is read as its last digits.
     */
    private static final Pattern CAP = Pattern.compile("(?<![\\p{L}\\p{N}.,'’_+-])(?<!\\p{N}[\\h'’_])"
            + "(?:(?<exponent>\\d(?:\\.\\d{1,18})?[eE][+-]?\\d{1,2})"
            + "|(?<grouped>\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,18})?)"
            + "|(?<plain>\\d{1,18}(?:\\.\\d{1,18})?))"
            + "\\s*[A-Z][A-Z0-9]{1,9}\\s*\\.?\\s*$");

    /** Digits before and after the point of a price: more is no price. */
    private static final int MOST_DIGITS = 20;

    private OutcomeTable() {}

    public static Outcome classify(int code, String message) {
        return switch (code) {
            case NO_VALID_PRICE -> price(message);
            case MARKET_ORDER_DISABLED -> isAboutAccount(message) ? new AccountRefused() : new SwitchStyle();
            default -> byCode(code);
        };
    }

    private static Outcome byCode(int code) {
        return switch (code) {
            case 30000, 30001, 30016 -> new NotYetOpen();
            case 10007 -> new NotOpenOrBarred();
            case 30020, 70011 -> new PairBarred();
            case -1121, 30014, 30021 -> new SymbolUnknown();
            case 30019, 30041, 30051 -> new SwitchStyle();
            case 30025 -> new EmptyBook();
            case 30004, 30005, 10101 -> new InsufficientBalance();
            case 30028 -> new SellSuspended();
            case 700003, 10073 -> new ClockOff();
            case 403, 418, 429 -> new Throttled();
            case -2013, 22222 -> new OrderAbsent();
            case -2011 -> new CancelTargetGone();
            case 500, 503, 504, 10203, 20002 -> new ExchangeUnsure();
            case 10001, 10015, 10098, 60005, 140001, 140002 -> new AccountRefused();
            case 400, 401, 602, 10072, 700001, 700002, 700006, 700007 -> new KeyRefused();
            default -> isTerminal(code) ? new Unacceptable() : new UnknownCode();
        };
    }

    private static boolean isTerminal(int code) {
        return switch (code) {
            // the request itself is wrong
            case 26, -1128, 33333, 44444, 700004, 700005, 700008, 30026 -> true;
            // amounts and limits
            case 10095, 10096, 10097, 30002, 30003, 30027, 30029, 30032 -> true;
            // the feature is off
            case 11444, 20001 -> true;
            // transfers and withdrawals
            case 10099, 10100, 10102, 10103, 10200, 10201, 10202, 10204, 10205, 10206 -> true;
            case 10211, 10212, 10216, 10219, 10222, 10232, 10259, 10265, 10268 -> true;
            // sub-accounts and the administration of keys
            case 730000, 730001, 730002, 730003, 730100, 730101, 730600, 730601, 730602 -> true;
            case 730700, 730701, 730702, 730703, 730704, 730705, 730706, 730707 -> true;
            default -> false;
        };
    }

    private static Outcome price(String message) {
        Matcher cap = CAP.matcher(message);
        if (cap.find()) {
            String text = Stream.of("exponent", "grouped", "plain")
                    .map(cap::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            BigDecimal limit = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
            boolean readable = limit.scale() <= MOST_DIGITS && limit.precision() - limit.scale() <= MOST_DIGITS;
            if (limit.signum() > 0 && readable) {
                return new PriceAboveCap(limit.scale() < 0 ? limit.setScale(0) : limit);
            }
        }
        return new Unacceptable();
    }

    private static boolean isAboutAccount(String message) {
        return message.toLowerCase(Locale.ROOT).contains("account");
    }
}
