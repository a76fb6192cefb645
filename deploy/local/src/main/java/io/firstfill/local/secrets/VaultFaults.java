package io.firstfill.local.secrets;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The faults of a Vault that listens: sealed, as after its restart, or hanging. Set by a test, from any thread. */
public final class VaultFaults {
    private static final String HEALTH = "/v1/sys/health";

    private enum Fault {
        NONE,
        SEALED,
        HANGING
    }

    private volatile Fault fault = Fault.NONE;

    VaultFaults() {}

    /** Answers every request with 503, as a sealed Vault does, until {@link #end}. */
    public void seal() {
        fault = Fault.SEALED;
    }

    /** Takes requests and answers none of those that come until {@link #end}. */
    public void hang() {
        fault = Fault.HANGING;
    }

    /** Answers as usual from now on; what came while it hung stays without an answer. */
    public void end() {
        fault = Fault.NONE;
    }

    void intercept(RoutingContext call) {
        switch (fault) {
            case NONE -> call.next();
            case SEALED -> refuse(call);
            case HANGING -> {
                // The caller's own time limit ends the request.
            }
        }
    }

    private static void refuse(RoutingContext call) {
        if (call.request().path().equals(HEALTH)) {
            VaultResponses.send(
                    call,
                    503,
                    new JsonObject()
                            .put("initialized", true)
                            .put("sealed", true)
                            .put("standby", true));
        } else {
            VaultResponses.error(call, 503, "Vault is sealed");
        }
    }
}
