package io.firstfill.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a simulator.
 *
 * @param mexcPort port of the MEXC API; 0 takes a free port, as for {@code controlPort}
 * @param seed decides every random draw; listen keys are apart, and each fault rule has its own seed
 * @param behaviour the switches that differ from their defaults, as a patch
 * @param clock the machine's clock; a test passes a clock that it moves by hand
 * @param certificate the PKCS 12 file with the key and certificate of the MEXC port, which then speaks TLS; null for
 *     plain HTTP
 */
public record SimulatorOptions(
        String host,
        int mexcPort,
        int controlPort,
        long seed,
        ObjectNode behaviour,
        InstantSource clock,
        @Nullable Path certificate) {

    public static final int MEXC_PORT = 9180;
    public static final int CONTROL_PORT = 9181;

    public SimulatorOptions {
        if (mexcPort < 0 || mexcPort > 65_535 || controlPort < 0 || controlPort > 65_535) {
            throw new IllegalArgumentException("a port lies between 0 and 65535");
        }
    }

    /** Options with free ports on the loopback address, seed 1, default switches and the system clock. */
    public static SimulatorOptions ephemeral() {
        return new SimulatorOptions("127.0.0.1", 0, 0, 1, Json.MAPPER.createObjectNode(), Clock.systemUTC(), null);
    }

    /**
     * Parses arguments; {@code --seed=2}, {@code --seed 2} and {@code seed=2} mean the same. Ports default to 9180 and
     * 9181.
     */
    public static SimulatorOptions fromArguments(List<String> arguments) {
        SimulatorOptions options = ephemeral().withPorts(MEXC_PORT, CONTROL_PORT);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i).replaceFirst("^--", "");
            int equals = argument.indexOf('=');
            if (equals < 0 && i + 1 == arguments.size()) {
                throw new IllegalArgumentException("option " + argument + " needs a value");
            }
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            options = options.with(name, value);
        }
        return options;
    }

    public SimulatorOptions withPorts(int mexc, int control) {
        return new SimulatorOptions(host, mexc, control, seed, behaviour, clock, certificate);
    }

    public SimulatorOptions withSeed(long other) {
        return new SimulatorOptions(host, mexcPort, controlPort, other, behaviour, clock, certificate);
    }

    public SimulatorOptions withClock(InstantSource other) {
        return new SimulatorOptions(host, mexcPort, controlPort, seed, behaviour, other, certificate);
    }

    /** @param json switches by name, as {@code PATCH /behaviour} of the control port takes them */
    public SimulatorOptions withBehaviour(String json) {
        try {
            ObjectNode patch = Json.STRICT.readValue(json, ObjectNode.class);
            return new SimulatorOptions(host, mexcPort, controlPort, seed, patch, clock, certificate);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("behaviour is not a JSON object", malformed);
        }
    }

    /**
     * Has the MEXC port speak TLS; the control port stays plain.
     *
     * @param file PKCS 12 with the entry {@code exchange}; its password is {@code rehearsal}, no secret: the file stays
     *     on the machine that made it
     */
    public SimulatorOptions withCertificate(Path file) {
        return new SimulatorOptions(host, mexcPort, controlPort, seed, behaviour, clock, file);
    }

    private SimulatorOptions with(String name, String value) {
        return switch (name) {
            case "host" -> new SimulatorOptions(value, mexcPort, controlPort, seed, behaviour, clock, certificate);
            case "mexc-port" -> withPorts((int) number(name, value), controlPort);
            case "control-port" -> withPorts(mexcPort, (int) number(name, value));
            case "seed" -> withSeed(number(name, value));
            case "behaviour" -> withBehaviour(value);
            case "certificate" -> withCertificate(Path.of(value));
            default ->
                throw new IllegalArgumentException("unknown option " + name
                        + "; there are host, mexc-port, control-port, seed, behaviour," + " certificate");
        };
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(name + " must be a number, not " + value, notANumber);
        }
    }
}
