package io.firstfill.ledger.notify.web;

import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.request.ReachableAddresses;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Resolves the name of a webhook. One address that may not be reached refuses the name as a whole. */
final class ResolvedAddresses {
    private final ReachableAddresses rule;

    ResolvedAddresses(ReachableAddresses rule) {
        this.rule = rule;
    }

    /** Fails by {@link DeliveryFailedException} where the name is unknown or the address may not be reached. */
    Uni<InetAddress> of(URI url) {
        Optional<String> refusal = rule.refusal(url);
        return refusal.isPresent()
                ? Uni.createFrom().failure(DeliveryFailedException.of(refusal.get()))
                : Uni.createFrom().item(() -> resolved(url)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private InetAddress resolved(URI url) {
        try {
            InetAddress[] found = InetAddress.getAllByName(url.getHost());
            for (InetAddress address : found) {
                rule.refusal(url, address).ifPresent(reason -> {
                    throw DeliveryFailedException.of(reason);
                });
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw DeliveryFailedException.of("its name is not known");
        }
    }
}
