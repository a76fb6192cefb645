package io.firstfill.local.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names for tokens nobody has listed yet. */
final class TokenNames {
    private static final String[] FIRST = {"NO", "ZE", "KI", "LU", "MA", "TO", "VE", "RA", "PI", "SO"};
    private static final String[] SECOND = {"VA", "RO", "MI", "NEX", "DA", "LOX", "TRA", "BIT", "QUA", "RYN"};

    private final Random random;
    private final Set<String> given = new HashSet<>();

    TokenNames(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String name;
        do {
            name = FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)] + random.nextInt(1000);
        } while (!given.add(name));
        return name;
    }
}
