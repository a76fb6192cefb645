package io.firstfill.control.readiness;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.run.RecordAcknowledged;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.control.Book;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The book of the records that control itself could not process, and of every acknowledgement. */
@ApplicationScoped
public class SkippedRecords implements Book {
    private record Key(EnvironmentId environment, RecordPlace place) {}

    private final Set<Key> skipped = ConcurrentHashMap.newKeySet();
    private final Set<Key> acknowledged = ConcurrentHashMap.newKeySet();

    /** Notes a record that the books lack. It may have been a message of any of the environments. */
    public void skip(RecordPlace place, Collection<EnvironmentId> environments) {
        environments.forEach(environment -> skipped.add(new Key(environment, place)));
    }

    /** Returns the records that the books of this environment lack, and that no person has acknowledged. */
    List<RecordPlace> open(EnvironmentId environment) {
        return skipped.stream()
                .filter(key -> key.environment().equals(environment) && !acknowledged.contains(key))
                .map(Key::place)
                .toList();
    }

    /** Returns whether a person has acknowledged the record, by the command or by the ledger's answer. */
    public boolean isAcknowledged(EnvironmentId environment, RecordPlace place) {
        return acknowledged.contains(new Key(environment, place));
    }

    @Override
    public void reset() {
        skipped.clear();
        acknowledged.clear();
    }

    @Override
    public void apply(Message message) {
        if (message instanceof AcknowledgeRecord command) {
            acknowledged.add(new Key(command.environment(), command.place()));
        } else if (message instanceof RecordAcknowledged event) {
            acknowledged.add(new Key(event.environment(), event.place()));
        }
    }
}
