package io.firstfill.local.launch;

import io.firstfill.local.config.Ports;
import io.firstfill.local.config.StartFailedException;
import java.util.stream.IntStream;

/** Finds ports that no other stack of this machine uses. */
final class FreePorts {
    private FreePorts() {}

    /** A gateway port below the range of ephemeral ports, so that the ports after it stay free as well. */
    static int base() {
        return IntStream.iterate(21_000, base -> base < 30_000, base -> base + 16)
                .filter(FreePorts::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int base) {
        try {
            new Ports(base).requireFree();
            return true;
        } catch (StartFailedException taken) {
            return false;
        }
    }
}
