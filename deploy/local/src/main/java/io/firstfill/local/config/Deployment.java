package io.firstfill.local.config;

import io.firstfill.environment.DeclaredEnvironment;
import io.firstfill.environment.EnvironmentsFile;
import io.firstfill.environment.EnvironmentsFileException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The environments that a stack is for, and how long it is meant to last. Without a file they are paper environments on
 * the stack's own simulator.
 *
 * @param names of the environments, in their order
 * @param file the text of the environments file, as it was checked; null for the demonstration's environments
 * @param declared the environments of the file
 * @param rehearsal the host name under which the simulator speaks TLS in place of an exchange; null for plain HTTP
 * @param vault the address of a real Vault; null for the stand-in
 * @param kept whether a part that ends is started again although there is no file
 */
public record Deployment(
        List<String> names,
        @Nullable String file,
        List<DeclaredEnvironment> declared,
        @Nullable String rehearsal,
        @Nullable URI vault,
        boolean kept) {
    public Deployment {
        names = List.copyOf(names);
        declared = List.copyOf(declared);
        if (names.isEmpty()) {
            throw new StartFailedException("The stack needs an environment.");
        }
    }

    /** Paper environments on the stack's own simulator. */
    public static Deployment paper(List<String> names) {
        return new Deployment(names, null, List.of(), null, null, false);
    }

    /** @throws StartFailedException when the environments are those of a file */
    Deployment named(List<String> paper) {
        if (file != null) {
            throw new StartFailedException("Give either --paper or --environments.");
        }
        return new Deployment(paper, null, List.of(), rehearsal, vault, kept);
    }

    /** @throws StartFailedException when options contradict each other or the file */
    Deployment checked(Ports ports) {
        if (file == null && (rehearsal != null || vault != null)) {
            throw new StartFailedException("--rehearse and --vault need --environments.");
        }
        requireRehearsal(ports);
        declared.stream()
                .filter(each -> vault == null && !isAtStandIn(each))
                .findFirst()
                .ifPresent(each -> {
                    throw new StartFailedException(
                            "The vault-path of " + each.name() + " must be firstfill/" + each.name()
                                    + "/mexc, where the stand-in keeps it; a real Vault (--vault) may have another.");
                });
        return this;
    }

    private void requireRehearsal(Ports ports) {
        if (rehearsal == null) {
            return;
        }
        if (declared.stream()
                .noneMatch(each -> onSimulator(each, ports)
                        && rehearsal.equals(each.restUri().getHost()))) {
            throw new StartFailedException(
                    "--rehearse " + rehearsal + " needs an environment whose rest-uri is https://" + rehearsal + ":"
                            + ports.simulator() + ", where the simulator will be.");
        }
        if (vault != null && !VaultAddress.isOnThisMachine(vault)) {
            throw new StartFailedException(
                    "--rehearse takes a --vault on this machine alone: the trader resolves no" + " other host then.");
        }
    }

    /**
     * Reads the file, once: a change of it after this changes nothing of the start.
     *
     * @throws StartFailedException with the field of the file that is at fault
     */
    public Deployment of(Path environmentsFile) {
        if (names.size() > 1) {
            throw new StartFailedException("Give either --paper or --environments.");
        }
        try {
            String text = Files.readString(environmentsFile);
            EnvironmentsFile read = EnvironmentsFile.parse(String.valueOf(environmentsFile.getFileName()), text);
            return new Deployment(read.names(), text, read.environments(), rehearsal, vault, kept);
        } catch (IOException e) {
            throw new StartFailedException("Cannot read the environments file " + environmentsFile + ".", e);
        } catch (EnvironmentsFileException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Has the simulator speak TLS under this host name. */
    public Deployment rehearsedAs(String host) {
        if (!host.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
            throw new StartFailedException("--rehearse takes a host name such as exchange.test.");
        }
        return new Deployment(names, file, declared, host, vault, kept);
    }

    /** Reads credentials from a Vault that runs elsewhere. */
    public Deployment withVault(URI address) {
        VaultAddress.refusal(address).ifPresent(reason -> {
            throw new StartFailedException(reason);
        });
        return new Deployment(names, file, declared, rehearsal, address, kept);
    }

    /** Starts a part that ends again. */
    public Deployment keep() {
        return new Deployment(names, file, declared, rehearsal, vault, true);
    }

    /**
     * Whether the stack is meant to last: one for environments of a file always is. In the demonstration everything
     * stops when one part ends, so that nobody overlooks it.
     */
    public boolean lasts() {
        return kept || file != null;
    }

    /** The environments whose orders move real money. */
    public List<String> live() {
        return declared.stream()
                .filter(DeclaredEnvironment::live)
                .map(DeclaredEnvironment::name)
                .toList();
    }

    /** The paper environments on the stack's own simulator, which opens an account with generated keys for each. */
    public List<String> simulated(Ports ports) {
        return file == null
                ? names
                : declared.stream()
                        .filter(each -> !each.live() && onSimulator(each, ports))
                        .map(DeclaredEnvironment::name)
                        .toList();
    }

    /** Whether any environment needs the stack's own simulator. */
    public boolean needsSimulator(Ports ports) {
        return file == null || declared.stream().anyMatch(each -> onSimulator(each, ports));
    }

    private static boolean isAtStandIn(DeclaredEnvironment environment) {
        return environment.vaultPath().equals(Optional.of("firstfill/" + environment.name() + "/mexc"));
    }

    private boolean onSimulator(DeclaredEnvironment environment, Ports ports) {
        String host = environment.restUri().getHost();
        return environment.restUri().getPort() == ports.simulator()
                && (host.equals(rehearsal) || Set.of("127.0.0.1", "localhost").contains(host));
    }
}
