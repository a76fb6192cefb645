package io.firstfill.ledger.notify.request;

import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.NotificationTarget;
import io.smallrye.mutiny.Uni;

/** The secrets of the targets. */
public interface TargetSecrets {
    /** Fails by {@link DeliveryFailedException} where the secret is missing, incomplete or cannot be read. */
    Uni<TargetSecret> of(NotificationTarget target);
}
