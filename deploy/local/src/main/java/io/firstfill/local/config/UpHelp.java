package io.firstfill.local.config;

/** The text that {@code deploy/up --help} prints. */
public final class UpHelp {
    private UpHelp() {}

    public static String text() {
        StringBuilder ports = new StringBuilder();
        new Ports(StackOptions.PORT)
                .all()
                .forEach((component, port) -> ports.append("  %5d  %s%n".formatted(port, component)));
        return """
                deploy/up [options]   starts Firstfill on this machine; Ctrl-C stops it

                  --port N        the gateway's port; every other port lies at a fixed distance (default 8080)
                  --state DIR     where data, logs and generated secrets live (default .firstfill)
                  --fresh         forget the former state first
                  --no-demo       start and wait, without the demonstration
                  --paper N       paper environments: paper, paper2, …; the demonstration trades in paper (default 1)
                  --environments FILE  the environments of this file instead, without the demonstration
                  --rehearse HOST  the simulator over TLS under this name, which only scanner and trader resolve
                  --vault URL     a real Vault instead of the stand-in; FIRSTFILL_VAULT_ROLE_ID and …_SECRET_ID log in,
                                  or what deploy/vault/setup wrote; QUARKUS_VAULT_TLS_* is passed on
                  --keep          start a part that ends again; always so with --environments
                  --instances N   of scanner, trader and risk each, which share the environments: 1 or 2 (default 1)
                  --no-services   infrastructure only, to run a service from elsewhere
                  --jvm PART=FLAGS  JVM flags of one part, replacing its defaults; may be repeated
                  --monitoring    Prometheus beside it, where it is installed: the gateway's port and 17
                  --help          this text

                A LIVE environment starts only after its name was typed, and with a passphrase for the stand-in:
                both are asked at the terminal, or read from standard input, one a line.

                Ports with the default base:
                """ + ports;
    }
}
