package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.environment.Environments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The targets of this deployment. A target of an unknown environment keeps the service from starting. */
@Startup
@ApplicationScoped
public class NotificationTargets {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");
    private static final Set<NotificationEvent> ALL = EnumSet.allOf(NotificationEvent.class);

    private final List<NotificationTarget> targets;

    public NotificationTargets(NotificationSettings settings, Environments environments) {
        targets = settings.targets().entrySet().stream()
                .flatMap(environment -> environment.getValue().entrySet().stream()
                        .map(target -> target(environments, environment.getKey(), target.getKey(), target.getValue())))
                .sorted(Comparator.comparing(NotificationTarget::label))
                .toList();
    }

    public List<NotificationTarget> all() {
        return targets;
    }

    public List<NotificationTarget> of(EnvironmentId environment) {
        return targets.stream()
                .filter(target -> target.environment().equals(environment))
                .toList();
    }

    public Optional<NotificationTarget> find(EnvironmentId environment, String name) {
        return of(environment).stream()
                .filter(target -> target.name().equals(name))
                .findFirst();
    }

    /** The environments that have a target. */
    public List<EnvironmentId> environments() {
        return targets.stream().map(NotificationTarget::environment).distinct().toList();
    }

    private static NotificationTarget target(
            Environments environments, String environment, String name, NotificationSettings.Target target) {
        EnvironmentId id = EnvironmentId.of(environment);
        if (environments.find(id).isEmpty() || !NAME.matcher(name).matches()) {
            throw new IllegalStateException("firstfill.notifications.targets." + environment + "." + name
                    + " names an environment that does not exist, or is not 1 to 32 of a-z, 0-9 and -");
        }
        String usual = "firstfill/" + environment + "/notifications/" + name;
        return new NotificationTarget(
                id,
                name,
                target.format(),
                target.severity(),
                target.events().orElse(ALL),
                target.vaultPath().orElse(usual));
    }
}
