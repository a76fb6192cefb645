package io.firstfill.local.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Issues tokens to programs that know their role's secret, and keeps them in memory: after a restart of the launcher
 * every program has to log in again.
 */
final class TokenStore {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<AppRole> roles;
    private final InstantSource time;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();

    TokenStore(List<AppRole> roles, InstantSource time) {
        this.roles = List.copyOf(roles);
        this.time = time;
    }

    Optional<Token> login(String roleId, String secretId) {
        return roles.stream()
                .filter(role -> same(role.roleId(), roleId) && same(role.secretId(), secretId))
                .findFirst()
                .map(this::issue);
    }

    Optional<Token> find(String id) {
        return Optional.ofNullable(issued.get(id)).filter(token -> token.validAt(time.instant()));
    }

    Token renew(Token token) {
        Token renewed = token.renewed(time.instant());
        issued.put(renewed.id(), renewed);
        return renewed;
    }

    void revoke(Token token) {
        issued.remove(token.id());
    }

    void revokeAll() {
        issued.clear();
    }

    Instant now() {
        return time.instant();
    }

    private Token issue(AppRole role) {
        Instant now = time.instant();
        Token token = new Token(
                "hvs." + random(24), random(12), "approle-" + role.name(), role.policy(), now, now.plus(Token.LEASE));
        issued.put(token.id(), token);
        return token;
    }

    private static String random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return HexFormat.of().formatHex(value);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
