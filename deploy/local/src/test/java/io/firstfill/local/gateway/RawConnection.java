package io.firstfill.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test writes what no HTTP client would, and reads what comes back. */
final class RawConnection implements AutoCloseable {
    /** How long a read waits: longer than every timeout of the gateway under test. */
    private static final int READ_TIMEOUT_MILLIS = 15_000;

    private final Socket socket;

    RawConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RawConnection send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawConnection send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes until everything is written or the other side has ended the connection. */
    RawConnection sendWhatIsTaken(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (SocketException e) {
            // The answer is there all the same.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Everything until the other side closes. */
    String rest() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One answer: its head, and its body by its declared length. */
    String answer() {
        return answer(true);
    }

    /** One answer that has no body, whatever its head says. */
    String answerWithoutBody() {
        return answer(false);
    }

    private String answer(boolean body) {
        try {
            InputStream in = socket.getInputStream();
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!text(read).endsWith("\r\n\r\n")) {
                int octet = in.read();
                if (octet < 0) {
                    return text(read);
                }
                read.write(octet);
            }
            if (body) {
                read.write(in.readNBytes(length(text(read))));
            }
            return text(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int length(String head) {
        return head.toLowerCase(Locale.ROOT)
                .lines()
                .filter(line -> line.startsWith("content-length:"))
                .map(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
