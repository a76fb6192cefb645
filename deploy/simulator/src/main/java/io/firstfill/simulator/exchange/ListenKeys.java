package io.firstfill.simulator.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The keys that open a customer's private stream; each lives for a while unless it is extended. */
public final class ListenKeys {

    private record Issued(String account, long expiresMicros) {}

    private final Map<String, Issued> issued = new LinkedHashMap<>();

    /** Nothing when the account has as many keys as it may have. */
    public Optional<String> issue(Account account, Behaviour limits, Moment now) {
        if (of(account, now).size() >= limits.listenKeysPerAccount()) {
            return Optional.empty();
        }
        String key = UUID.randomUUID().toString().replace("-", "");
        issued.put(key, new Issued(account.name(), expiry(limits, now)));
        return Optional.of(key);
    }

    public List<String> of(Account account, Moment now) {
        issued.values().removeIf(key -> key.expiresMicros() <= now.machineMicros());
        return issued.entrySet().stream()
                .filter(entry -> entry.getValue().account().equals(account.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** False for a key that is expired or somebody else's, as for {@link #close}. */
    public boolean extend(Account account, String key, Behaviour limits, Moment now) {
        boolean mine = of(account, now).contains(key);
        if (mine) {
            issued.put(key, new Issued(account.name(), expiry(limits, now)));
        }
        return mine;
    }

    public boolean close(Account account, String key, Moment now) {
        return of(account, now).contains(key) && issued.remove(key) != null;
    }

    /** The name of the account a valid key belongs to. */
    public Optional<String> owner(@Nullable String key, Moment now) {
        return Optional.ofNullable(key == null ? null : issued.get(key))
                .filter(valid -> valid.expiresMicros() > now.machineMicros())
                .map(Issued::account);
    }

    private static long expiry(Behaviour limits, Moment now) {
        return now.machineMicros() + limits.listenKeyLifeMillis() * 1000;
    }
}
