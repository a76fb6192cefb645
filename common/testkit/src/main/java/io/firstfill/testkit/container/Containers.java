package io.firstfill.testkit.container;

import java.io.File;
import java.util.function.BooleanSupplier;

/**
 * Decides whether the shared servers of the tests are containers: {@code -Dfirstfill.test.containers=true}, {@code
 * false}, or {@code auto}, the default, which takes containers where Docker answers. A server that a test stops and
 * starts itself is embedded in any case.
 */
public final class Containers {
    public static final String SETTING = "firstfill.test.containers";
    public static final String KAFKA = "apache/kafka:4.0.0";
    public static final String POSTGRES = "postgres:17.6";
    public static final String VAULT = "hashicorp/vault:1.20.4";

    /** Whether containers are used, and the reason as a sentence. */
    record Choice(boolean inUse, String why) {}

    private static final class Chosen {
        static final Choice CHOICE =
                choose(System.getProperty(SETTING, "auto"), onClassPath(), hasDocker(), DockerProbe::answers);
    }

    private Containers() {}

    /** @throws IllegalStateException when containers are wanted and cannot be had, or the setting has another value */
    public static boolean inUse() {
        return Chosen.CHOICE.inUse();
    }

    /** Returns the reason of the choice, for a test that is skipped. */
    public static String why() {
        return Chosen.CHOICE.why();
    }

    /**
     * @param library whether Testcontainers is on the class path
     * @param socket whether there is an address at which Docker could answer: asking without one takes seconds
     */
    static Choice choose(String setting, boolean library, boolean socket, BooleanSupplier answers) {
        return switch (setting) {
            case "false" -> new Choice(false, "Embedded servers are chosen by " + SETTING + ".");
            case "auto" -> auto(library, socket, answers);
            case "true" -> wanted(auto(library, socket, answers));
            default -> throw new IllegalStateException(SETTING + " is true, false or auto, not " + setting);
        };
    }

    private static Choice wanted(Choice possible) {
        if (!possible.inUse()) {
            throw new IllegalStateException(SETTING + "=true: " + possible.why());
        }
        return possible;
    }

    private static Choice auto(boolean library, boolean socket, BooleanSupplier answers) {
        if (!library) {
            return new Choice(false, "This module has no Testcontainers on its class path.");
        }
        return socket && answers.getAsBoolean()
                ? new Choice(true, "Docker answers.")
                : new Choice(false, "No Docker answers on this machine.");
    }

    private static boolean onClassPath() {
        try {
            Class.forName("org.testcontainers.DockerClientFactory", false, Containers.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static boolean hasDocker() {
        return System.getenv("DOCKER_HOST") != null
                || new File("/var/run/docker.sock").exists()
                || new File(System.getProperty("user.home"), ".docker/run/docker.sock").exists();
    }
}
