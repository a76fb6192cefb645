package io.firstfill.simulator.wire;

import io.firstfill.simulator.exchange.Account;
import io.firstfill.simulator.exchange.Accounts;
import io.firstfill.simulator.exchange.Moment;
import io.firstfill.simulator.exchange.Refusal;
import io.firstfill.simulator.exchange.Right;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may come in: key, address, signature, time, right. */
final class Gate {

    private static final long DEFAULT_WINDOW = 5000;
    private static final long LARGEST_WINDOW = 60_000;
    private static final long MAY_BE_AHEAD = 1000;

    private final Accounts accounts;

    Gate(Accounts accounts) {
        this.accounts = accounts;
    }

    Account admit(Call call, Right right, Moment now) {
        Account account = account(call);
        require(account.boundIps().isEmpty() || account.boundIps().contains(call.ip()), Refusal.IP);
        String signature = call.params().raw("signature");
        if (signature == null || signature.isEmpty()) {
            throw new RefusedException(Refusal.SIGNATURE_MISSING);
        }
        String secret = Objects.requireNonNull(account.secret());
        require(Signature.matches(call, secret, signature), Refusal.SIGNATURE);
        checkTime(call.params(), now);
        require(account.rights().contains(right), Refusal.NO_PERMISSION);
        return account;
    }

    private Account account(Call call) {
        String key = call.apiKey();
        if (key == null || key.isBlank()) {
            throw new RefusedException(Refusal.API_KEY_REQUIRED);
        }
        Refusal unknown = key.startsWith("mx0") ? Refusal.INVALID_KEY : Refusal.KEY_FORMAT;
        return accounts.byKey(key).orElseThrow(() -> new RefusedException(unknown));
    }

    private static void checkTime(Params params, Moment now) {
        @Nullable Long given = params.number("recvWindow");
        long window = given == null ? DEFAULT_WINDOW : given;
        require(window <= LARGEST_WINDOW, Refusal.RECV_WINDOW);
        Long timestamp = params.number("timestamp");
        if (timestamp == null) {
            throw new RefusedException(Refusal.REQUEST_TIME);
        }
        require(isTimely(timestamp, window, now.serverMillis()), Refusal.TIMESTAMP);
    }

    static boolean isTimely(long timestamp, long window, long serverTime) {
        return timestamp < serverTime + MAY_BE_AHEAD && serverTime - timestamp <= window;
    }

    private static void require(boolean condition, Refusal otherwise) {
        if (!condition) {
            throw new RefusedException(otherwise);
        }
    }
}
