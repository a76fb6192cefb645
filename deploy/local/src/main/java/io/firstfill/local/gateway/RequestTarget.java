package io.firstfill.local.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The target of a request line in its one normal form. A target is refused unless every server reads it alike, so that
 * the route chosen here is the one that the service behind it serves.
 *
 * @param path begins with a slash; has no empty segment but the last, no dot segment, and encodes only what it must
 * @param query empty, or from the question mark on
 */
record RequestTarget(String path, String query) {
    private static final String UNRESERVED = "-._~";
    private static final String PATH_SIGNS = "!$&'()*+,=:@/";
    private static final String QUERY_SIGNS = PATH_SIGNS + ";?";
    /** What an encoded character may not be, because some server decodes it before it splits the path. */
    private static final String STRUCTURE = "/\\%;?#";

    static final String RULE =
            "The request target must be a path in its normal form: no scheme or host, no empty or dot"
                    + " segment, no encoded slash, backslash, percent sign, semicolon or control character, and nothing that"
                    + " must be encoded and is not";

    /** Empty when servers could read the target in different ways. */
    static Optional<RequestTarget> parse(String raw) {
        int mark = raw.indexOf('?');
        String path = mark < 0 ? raw : raw.substring(0, mark);
        String query = mark < 0 ? "" : raw.substring(mark);
        if (!path.startsWith("/") || !hasOnly(path, PATH_SIGNS) || !hasOnly(query, QUERY_SIGNS)) {
            return Optional.empty();
        }
        return normalized(path).map(normal -> new RequestTarget(normal, query));
    }

    String uri() {
        return path + query;
    }

    /** Whether the text consists of unreserved characters, the given signs and complete percent-encodings. */
    private static boolean hasOnly(String text, String signs) {
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '%') {
                if (octet(text, at) < 0) {
                    return false;
                }
                at += 2;
            } else if (!isUnreserved(sign) && signs.indexOf(sign) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> normalized(String path) {
        StringBuilder normal = new StringBuilder(path.length());
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(path.length());
        for (int at = 0; at < path.length(); at++) {
            char sign = path.charAt(at);
            if (sign != '%') {
                normal.append(sign);
                decoded.write(sign);
                continue;
            }
            int octet = octet(path, at);
            if (STRUCTURE.indexOf(octet) >= 0) {
                return Optional.empty();
            }
            decoded.write(octet);
            normal.append(isUnreserved((char) octet) ? Character.toString(octet) : "%%%02X".formatted(octet));
            at += 2;
        }
        return isPlainText(decoded.toByteArray()) && hasPlainSegments(normal.toString())
                ? Optional.of(normal.toString())
                : Optional.empty();
    }

    /** Whether the octets are UTF-8 without a control character. */
    private static boolean isPlainText(byte[] octets) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean hasPlainSegments(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals(".") || segments[i].equals("..") || (segments[i].isEmpty() && !last)) {
                return false;
            }
        }
        return true;
    }

    /** The value of the percent-encoding at a place; negative when there is none. */
    private static int octet(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static int hex(char sign) {
        return sign < 128 ? Character.digit(sign, 16) : -1;
    }

    private static boolean isUnreserved(char sign) {
        return sign < 128 && (Character.isLetterOrDigit(sign) || UNRESERVED.indexOf(sign) >= 0);
    }
}
