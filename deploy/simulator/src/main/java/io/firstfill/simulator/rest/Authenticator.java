package io.firstfill.simulator.rest;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Accounts;
import io.firstfill.simulator.account.Permission;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.order.Refusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Authenticates a signed call: checks API key, IP address, signature, timestamp and permission, in this order. */
final class Authenticator {

    private static final long DEFAULT_WINDOW = 5000;
    private static final long MAX_WINDOW = 60_000;
    private static final long MAX_AHEAD = 1000;

    private final Accounts accounts;

    Authenticator(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws RefusedException with the first check that fails */
    Account authenticate(Call call, Permission permission, ClockReading now) {
        Account account = account(call);
        require(account.boundIps().isEmpty() || account.boundIps().contains(call.ip()), Refusal.IP);
        String signature = call.params().raw("signature");
        if (signature == null || signature.isEmpty()) {
            throw new RefusedException(Refusal.SIGNATURE_MISSING);
        }
        String secret = Objects.requireNonNull(account.secret());
        require(Signature.matches(call, secret, signature), Refusal.SIGNATURE);
        checkTime(call.params(), now);
        require(account.permissions().contains(permission), Refusal.NO_PERMISSION);
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

    private static void checkTime(Params params, ClockReading now) {
        @Nullable Long given = params.number("recvWindow");
        long window = given == null ? DEFAULT_WINDOW : given;
        require(window <= MAX_WINDOW, Refusal.RECV_WINDOW);
        Long timestamp = params.number("timestamp");
        if (timestamp == null) {
            throw new RefusedException(Refusal.REQUEST_TIME);
        }
        require(isTimely(timestamp, window, now.serverMillis()), Refusal.TIMESTAMP);
    }

    /**
     * The timestamp rule of the exchange: at most the window behind the server time, and less than a second ahead of
     * it.
     */
    static boolean isTimely(long timestamp, long window, long serverTime) {
        return timestamp < serverTime + MAX_AHEAD && serverTime - timestamp <= window;
    }

    private static void require(boolean condition, Refusal otherwise) {
        if (!condition) {
            throw new RefusedException(otherwise);
        }
    }
}
