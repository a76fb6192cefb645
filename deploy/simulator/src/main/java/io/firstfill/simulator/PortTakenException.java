package io.firstfill.simulator;

/** Another process listens on a port of the simulator. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super("Port " + port + " on " + host + " is taken; stop what listens there or choose another port.", cause);
    }
}
