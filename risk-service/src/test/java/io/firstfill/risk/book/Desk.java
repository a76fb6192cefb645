package io.firstfill.risk.book;

import static io.firstfill.risk.Told.NOON;
import static io.firstfill.risk.Told.PAPER;

import io.firstfill.contract.Message;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.permit.PermitRevoked;
import io.firstfill.risk.cap.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A desk with its book open on a table, and a clock one can turn. */
final class Desk {
    private final RiskEngine desk = new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)));
    private final List<Message> said = new ArrayList<>();
    RiskBook book = RiskBook.empty(PAPER);
    Instant now = NOON;

    static Desk open() {
        Desk opened = new Desk();
        opened.book = opened.desk.open(opened.book, NOON).book();
        return opened;
    }

    /** What is said in answer. */
    List<Message> hears(Message message) {
        return keep(desk.decide(book, message, now));
    }

    List<Message> waits(Duration time) {
        now = now.plus(time);
        return keep(desk.passTime(book, now));
    }

    private List<Message> keep(Decision decision) {
        book = decision.book();
        said.addAll(decision.events());
        return decision.events();
    }

    List<PermitGranted> granted() {
        return only(PermitGranted.class, said);
    }

    /** Permits a trader that reads everything at once may use. */
    List<PermitGranted> inHand() {
        return granted().stream()
                .filter(permit -> book.reservations().stream()
                        .anyMatch(each -> each.permit().equals(permit.permitId()) && each.usable(now)))
                .toList();
    }

    Usage usage() {
        return book.usage(now);
    }

    static List<PermitGranted> granted(List<Message> messages) {
        return only(PermitGranted.class, messages);
    }

    static List<PermitRevoked> revoked(List<Message> messages) {
        return only(PermitRevoked.class, messages);
    }

    static <T> List<T> only(Class<T> type, List<Message> messages) {
        return messages.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
