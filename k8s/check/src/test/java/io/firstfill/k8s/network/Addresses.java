package io.firstfill.k8s.network;

/** Arithmetic of IPv4 networks. */
final class Addresses {
    private Addresses() {}

    /** @param network such as {@code 10.0.0.0/8} */
    static boolean contains(String network, String address) {
        String[] parts = network.split("/", 2);
        int bits = Integer.parseInt(parts[1]);
        int mask = bits == 0 ? 0 : -1 << (32 - bits);
        return (number(parts[0]) & mask) == (number(address) & mask);
    }

    private static int number(String address) {
        int number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Integer.parseInt(part);
        }
        return number;
    }
}
