package io.firstfill.mexc.outcome;

import static io.firstfill.mexc.outcome.OutcomeCode.CANCEL_TARGET_GONE;
import static io.firstfill.mexc.outcome.OutcomeCode.EMPTY_BOOK;
import static io.firstfill.mexc.outcome.OutcomeCode.INSUFFICIENT_BALANCE;
import static io.firstfill.mexc.outcome.OutcomeCode.KEY_REFUSED;
import static io.firstfill.mexc.outcome.OutcomeCode.NOT_OPEN_OR_BARRED;
import static io.firstfill.mexc.outcome.OutcomeCode.NOT_YET_OPEN;
import static io.firstfill.mexc.outcome.OutcomeCode.ORDER_ABSENT;
import static io.firstfill.mexc.outcome.OutcomeCode.PAIR_BARRED;
import static io.firstfill.mexc.outcome.OutcomeCode.REPRICE_CAP;
import static io.firstfill.mexc.outcome.OutcomeCode.RESYNC_CLOCK;
import static io.firstfill.mexc.outcome.OutcomeCode.SELL_SUSPENDED;
import static io.firstfill.mexc.outcome.OutcomeCode.STOP_RUN;
import static io.firstfill.mexc.outcome.OutcomeCode.SWITCH_STYLE;
import static io.firstfill.mexc.outcome.OutcomeCode.SYMBOL_UNKNOWN;
import static io.firstfill.mexc.outcome.OutcomeCode.TERMINAL_FOR_ORDER;
import static io.firstfill.mexc.outcome.OutcomeCode.THROTTLED;
import static io.firstfill.mexc.outcome.OutcomeCode.UNKNOWN_CODE;
import static io.firstfill.mexc.outcome.OutcomeCode.UNRESOLVED;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One table from the exchange's codes to what they mean. The text decides only where the exchange reuses a code. */
public final class OutcomeTable {

    private static final int NO_VALID_PRICE = 30010;
    private static final int MARKET_ORDER_DISABLED = 30018;

    /** The wording of the sentence has changed before; the amount and quote at its end have not. */
    private static final Pattern CAP =
            Pattern.compile("(\\d{1,18}(?:\\.\\d{1,18})?)\\s*[A-Z][A-Z0-9]{1,9}\\s*\\.?\\s*$");

    private OutcomeTable() {}

    public static Outcome classify(int code, String message) {
        return switch (code) {
            case NO_VALID_PRICE -> price(code, message);
            case MARKET_ORDER_DISABLED -> new Outcome(isAboutAccount(message) ? STOP_RUN : SWITCH_STYLE, code, null);
            default -> new Outcome(meaning(code), code, null);
        };
    }

    private static OutcomeCode meaning(int code) {
        return switch (code) {
            case 30000, 30001, 30016 -> NOT_YET_OPEN;
            case 10007 -> NOT_OPEN_OR_BARRED;
            case 30020, 70011 -> PAIR_BARRED;
            case -1121, 30014, 30021 -> SYMBOL_UNKNOWN;
            case 30019, 30041, 30051 -> SWITCH_STYLE;
            case 30025 -> EMPTY_BOOK;
            case 30004, 30005, 10101 -> INSUFFICIENT_BALANCE;
            case 30028 -> SELL_SUSPENDED;
            case 700003, 10073 -> RESYNC_CLOCK;
            case 403, 418, 429 -> THROTTLED;
            case -2013, 22222 -> ORDER_ABSENT;
            case -2011 -> CANCEL_TARGET_GONE;
            case 500, 503, 504, 10203, 20002 -> UNRESOLVED;
            case 10001, 10015, 10098, 60005, 140001, 140002 -> STOP_RUN;
            case 400, 401, 602, 10072, 700001, 700002, 700006, 700007 -> KEY_REFUSED;
            default -> isTerminal(code) ? TERMINAL_FOR_ORDER : UNKNOWN_CODE;
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

    private static Outcome price(int code, String message) {
        Matcher cap = CAP.matcher(message);
        if (cap.find()) {
            BigDecimal limit = new BigDecimal(cap.group(1));
            if (limit.signum() > 0) {
                return new Outcome(REPRICE_CAP, code, limit);
            }
        }
        return new Outcome(TERMINAL_FOR_ORDER, code, null);
    }

    private static boolean isAboutAccount(String message) {
        return message.toLowerCase(Locale.ROOT).contains("account");
    }
}
