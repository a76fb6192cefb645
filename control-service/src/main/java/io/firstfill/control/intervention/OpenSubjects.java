package io.firstfill.control.intervention;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.environment.EnvironmentBook;
import io.firstfill.control.readiness.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;

/** Says which records and orders wait for a person. */
@ApplicationScoped
class OpenSubjects {
    private static final Set<AlertKind> ABOUT_ORDERS = EnumSet.of(AlertKind.UNRESOLVED_ORDER, AlertKind.ORDER_DISPUTED);

    private final EnvironmentBook book;
    private final Quarantine quarantine;

    OpenSubjects(EnvironmentBook book, Quarantine quarantine) {
        this.book = book;
        this.quarantine = quarantine;
    }

    /** Whether an alert with this subject, or about the record at this place, is open. */
    boolean isOpen(EnvironmentId environment, String name) {
        return book.openAlerts(environment).stream()
                .map(AlertRaised::subject)
                .anyMatch(subject -> subject.equals(name) || subject.endsWith(" " + name));
    }

    boolean isRecordOpen(EnvironmentId environment, RecordPlace place) {
        return quarantine.awaits(environment, place);
    }

    boolean isOrderOpen(EnvironmentId environment, ClientOrderId order) {
        return book.openAlerts(environment).stream()
                .anyMatch(alert ->
                        ABOUT_ORDERS.contains(alert.kind()) && alert.subject().equals(order.value()));
    }
}
