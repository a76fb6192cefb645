package io.firstfill.control.guardrail;

import io.firstfill.contract.cap.CapUse;
import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names what guardrails rule out altogether. They are accepted nevertheless: to stop buying may be the intention. */
final class GuardrailWarnings {
    private static final int NAMED = 5;

    private GuardrailWarnings() {}

    /**
     * @param amounts the quote amount of one buy by the name of the configuration, those of the environment
     * @param uses how far the caps are used now
     */
    static List<Warning> of(Guardrails guardrails, Map<String, Amount> amounts, List<CapUse> uses) {
        List<Warning> warnings = new ArrayList<>();
        tooSmall("spendPerRun", guardrails.spendPerRun(), amounts, warnings);
        tooSmall("spendPerDay", guardrails.spendPerDay(), amounts, warnings);
        usedUp("spendPerDay", Cap.SPEND_PER_DAY, guardrails.spendPerDay(), uses, "until the UTC day ends", warnings);
        usedUp(
                "openPositions",
                Cap.OPEN_POSITIONS,
                count(guardrails.openPositions()),
                uses,
                "until a position is closed",
                warnings);
        return warnings;
    }

    private static void tooSmall(
            String field, @Nullable Amount limit, Map<String, Amount> amounts, List<Warning> warnings) {
        if (limit == null) {
            return;
        }
        List<String> never = amounts.entrySet().stream()
                .filter(entry -> entry.getValue().exceeds(limit))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .toList();
        if (!never.isEmpty()) {
            String more = never.size() > NAMED ? ", and " + (never.size() - NAMED) + " more" : "";
            String names = String.join(", ", never.subList(0, Math.min(NAMED, never.size())));
            warnings.add(new Warning(
                    field, "is less than one buy of these configurations, which can never buy: " + names + more));
        }
    }

    private static void usedUp(
            String field, Cap cap, @Nullable Amount limit, List<CapUse> uses, String end, List<Warning> warnings) {
        uses.stream()
                .filter(use -> use.cap() == cap)
                .map(use -> Amount.of(use.used()))
                .filter(used -> limit != null && !limit.exceeds(used))
                .findFirst()
                .ifPresent(used -> warnings.add(
                        new Warning(field, "is used up already (" + used + "): nothing is bought " + end)));
    }

    private static @Nullable Amount count(@Nullable Integer number) {
        return number == null ? null : Amount.of(number.toString());
    }
}
