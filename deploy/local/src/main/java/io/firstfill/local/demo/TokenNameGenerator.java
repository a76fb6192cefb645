package io.firstfill.local.demo;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Generates names for new tokens, each name once. */
final class TokenNameGenerator {
    private static final String[] FIRST = {"NO", "ZE", "KI", "LU", "MA", "TO", "VE", "RA", "PI", "SO"};
    private static final String[] SECOND = {"VA", "RO", "MI", "NEX", "DA", "LOX", "TRA", "BIT", "QUA", "RYN"};

    private final Random random;
    private final Set<String> used = new HashSet<>();

    TokenNameGenerator(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        String name;
        do {
            name = FIRST[random.nextInt(FIRST.length)] + SECOND[random.nextInt(SECOND.length)] + random.nextInt(1000);
        } while (!used.add(name));
        return name;
    }
}
