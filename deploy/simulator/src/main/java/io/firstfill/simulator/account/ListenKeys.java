package io.firstfill.simulator.account;

import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The listen keys, which open a customer's private stream. A key expires {@code listenKeyLifeMillis} after its
 * extension.
 */
public final class ListenKeys {

    private record Issued(String account, long expiresMicros) {}

    private final Map<String, Issued> issued = new LinkedHashMap<>();

    /** Issues a key; empty when the account already has {@code listenKeysPerAccount} of them. */
    public Optional<String> issue(Account account, Behaviour limits, ClockReading now) {
        if (of(account, now).size() >= limits.listenKeysPerAccount()) {
            return Optional.empty();
        }
        String key = UUID.randomUUID().toString().replace("-", "");
        issued.put(key, new Issued(account.name(), expiry(limits, now)));
        return Optional.of(key);
    }

    public List<String> of(Account account, ClockReading now) {
        issued.values().removeIf(key -> key.expiresMicros() <= now.machineMicros());
        return issued.entrySet().stream()
                .filter(entry -> entry.getValue().account().equals(account.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Extends a key; false when the key is expired, unknown or of another account. */
    public boolean extend(Account account, String key, Behaviour limits, ClockReading now) {
        boolean owned = of(account, now).contains(key);
        if (owned) {
            issued.put(key, new Issued(account.name(), expiry(limits, now)));
        }
        return owned;
    }

    /** Closes a key; false when the key is expired, unknown or of another account. */
    public boolean close(Account account, String key, ClockReading now) {
        return of(account, now).contains(key) && issued.remove(key) != null;
    }

    /** The name of the account that a valid key belongs to. */
    public Optional<String> owner(@Nullable String key, ClockReading now) {
        return Optional.ofNullable(key == null ? null : issued.get(key))
                .filter(valid -> valid.expiresMicros() > now.machineMicros())
                .map(Issued::account);
    }

    private static long expiry(Behaviour limits, ClockReading now) {
        return now.machineMicros() + limits.listenKeyLifeMillis() * 1000;
    }
}
