package io.firstfill.ledger.notify.request;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rule for where a notification may be sent: to public addresses by https, and to nothing in the cluster or the
 * network around it. A setting lets loopback addresses be reached, by http too.
 */
public final class ReachableAddresses {
    /** First bytes and their number of bits, of IPv4. */
    private static final List<String> CLOSED = List.of(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    /** Of IPv6, where only 2000::/3 is public; Teredo, ORCHID, documentation and 6to4, which holds an IPv4 address. */
    private static final List<String> CLOSED_6 = List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private static final String PUBLIC_6 = "2000::/3";

    private final boolean loopbackAllowed;

    public ReachableAddresses(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
    }

    /** Returns why the address of a webhook is refused, before its name is resolved. */
    public Optional<String> refusal(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return Optional.of("its address is no URL of a host, or holds a user or a fragment");
        }
        return scheme.equals("https") || (scheme.equals("http") && loopbackAllowed)
                ? Optional.empty()
                : Optional.of("its address is not https");
    }

    /** Returns why a resolved address is refused. */
    public Optional<String> refusal(URI url, InetAddress address) {
        if (loopbackAllowed && address.isLoopbackAddress()) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of("its address is not https");
        }
        return isPublic(address)
                ? Optional.empty()
                : Optional.of("its name stands for an address that is not public, which is not reached");
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet6Address) {
            return contains(PUBLIC_6, bytes) && CLOSED_6.stream().noneMatch(range -> contains(range, bytes));
        }
        return CLOSED.stream().noneMatch(range -> contains(range, bytes));
    }

    private static boolean contains(String range, byte[] address) {
        String[] parts = range.split("/", 2);
        byte[] network = InetAddress.ofLiteral(parts[0]).getAddress();
        int bits = Integer.parseInt(parts[1]);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if (((network[i / 8] ^ address[i / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
