package io.firstfill.acceptance.hostile;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.firstfill.contract.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The table of what each service must do with a record that it cannot process.
 *
 * <pre>
 * kind          trader       risk         control      ledger                        where nothing is lost
 * NO_JSON       holds        holds        holds        journals as bytes, holds      sets aside, alerts
 * UNKNOWN_TYPE  holds        holds        holds        journals as bytes, holds      sets aside, alerts
 * LARGE_TEXT    holds        holds        holds        journals as bytes, holds      sets aside, alerts
 * WRONG_KEY     passes over  holds        passes over  journals under the other key  passes over
 * NO_VALUE      passes over  passes over  passes over  journals as none, holds       the ledger alerts
 * </pre>
 *
 * A service that holds lets no buy out for the environment, or closes its gate, until a person acknowledges the record.
 * Risk alone reads which environment a record of a foreign key names: it revokes the permits, without which the trader
 * buys nothing. A record without a value is the end of a key on a compacted topic, and says nothing elsewhere; the
 * ledger cannot know what it was. "Where nothing is lost" are the topics that carry no stop, halt or fill.
 */
final class PoisonRules {
    private static final Set<String> ALL = Set.of("trader", "risk", "control", "ledger");

    private static final Map<PoisonKind, Set<String>> HELD_BY = Map.of(
            PoisonKind.NO_JSON, ALL,
            PoisonKind.UNKNOWN_TYPE, ALL,
            PoisonKind.LARGE_TEXT, ALL,
            PoisonKind.WRONG_KEY, Set.of("risk"),
            PoisonKind.NO_VALUE, Set.of("ledger"));

    /** The topics on which a record could have been a stop, a halt or a fill, with the services that read each. */
    private static final Map<String, Set<String>> MUST_BE_READ = Map.of(
            Topics.COMMANDS, ALL,
            Topics.RUNS, ALL,
            Topics.PERMITS, Set.of("trader", "control", "ledger"),
            Topics.TRADING_STATE, ALL,
            Topics.CREDENTIALS, Set.of("risk", "control", "ledger"),
            Topics.ORDERS, Set.of("trader", "risk", "ledger"),
            Topics.EXITS, Set.of("trader", "ledger"),
            Topics.ORDER_MEMORY, Set.of("trader"));

    /** Topics that the trader itself writes and reads only when it starts. */
    private static final Set<String> REPLAYED_BY_TRADER = Set.of(Topics.ORDERS, Topics.EXITS, Topics.ORDER_MEMORY);

    private static final List<String> MAY_BE_SPARED =
            List.of(Topics.LISTINGS, Topics.ALERTS, Topics.RECORDED, Topics.SCANNER_BASELINE);

    /** Topics of which the ledger keeps nothing: two memories of one service each, and its own receipts. */
    private static final Set<String> NOT_JOURNALLED =
            Set.of(Topics.SCANNER_BASELINE, Topics.ORDER_MEMORY, Topics.RECORDED);

    private PoisonRules() {}

    static List<String> topics() {
        return Stream.concat(MUST_BE_READ.keySet().stream().sorted(), MAY_BE_SPARED.stream())
                .toList();
    }

    /**
     * The places of the records that hold the environment, with the services that hold it for each.
     *
     * @param restarted whether every service has started since the records were sent
     */
    static Map<String, Set<String>> holders(Collection<PoisonRecord> records, boolean restarted) {
        return records.stream()
                .filter(record -> !holders(record, restarted).isEmpty())
                .collect(toMap(PoisonRecord::place, record -> holders(record, restarted)));
    }

    private static Set<String> holders(PoisonRecord record, boolean restarted) {
        Set<String> holders = new TreeSet<>(MUST_BE_READ.getOrDefault(record.topic(), Set.of()));
        holders.retainAll(HELD_BY.getOrDefault(record.kind(), Set.of()));
        if (!restarted && REPLAYED_BY_TRADER.contains(record.topic())) {
            holders.remove("trader");
        }
        return holders;
    }

    /** The places of the records that the journal of the environment has. */
    static Set<String> journalled(Collection<PoisonRecord> records) {
        return records.stream()
                .filter(record -> record.kind() != PoisonKind.WRONG_KEY && !NOT_JOURNALLED.contains(record.topic()))
                .map(PoisonRecord::place)
                .collect(toSet());
    }

    /** The places that an alert names as unreadable: all that the ledger journals, and what a reader sets aside. */
    static Set<String> alerted(Collection<PoisonRecord> records) {
        Set<String> alerted = new TreeSet<>(journalled(records));
        records.stream()
                .filter(record -> record.topic().equals(Topics.SCANNER_BASELINE))
                .filter(record -> HELD_BY.getOrDefault(record.kind(), Set.of()).equals(ALL))
                .map(PoisonRecord::place)
                .forEach(alerted::add);
        return alerted;
    }
}
