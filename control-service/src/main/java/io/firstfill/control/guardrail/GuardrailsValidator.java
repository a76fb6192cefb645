package io.firstfill.control.guardrail;

import io.firstfill.contract.configuration.Guardrails;
import io.firstfill.contract.value.Amount;
import io.firstfill.control.configuration.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts a draft into guardrails, or into the list of all its violations. Each names the allowed range, whose upper
 * end is the ceiling of the deployment where there is one.
 */
final class GuardrailsValidator {
    private static final Pattern DECIMAL = Pattern.compile(GuardrailsDraft.DECIMAL);
    private static final int TRADES = 10_000;
    private static final int MOST = 1_000;
    private static final BigDecimal AMOUNT = new BigDecimal("999999999999999");

    private final Guardrails ceilings;
    private final List<Violation> violations = new ArrayList<>();

    private GuardrailsValidator(Guardrails ceilings) {
        this.ceilings = ceilings;
    }

    /** Guardrails, or the violations of their draft. */
    sealed interface Result {
        record Valid(Guardrails guardrails) implements Result {}

        record Invalid(List<Violation> violations) implements Result {}
    }

    /** @param ceilings of the deployment, written in the same way */
    static Result validate(GuardrailsDraft draft, Guardrails ceilings) {
        GuardrailsValidator validator = new GuardrailsValidator(ceilings);
        Guardrails guardrails = validator.read(draft);
        return validator.violations.isEmpty()
                ? new Result.Valid(guardrails)
                : new Result.Invalid(List.copyOf(validator.violations));
    }

    private Guardrails read(GuardrailsDraft draft) {
        return new Guardrails(
                count("tradesPerHour", draft.tradesPerHour(), ceilings.tradesPerHour(), TRADES),
                amount("spendPerRun", draft.spendPerRun(), ceilings.spendPerRun()),
                amount("spendPerDay", draft.spendPerDay(), ceilings.spendPerDay()),
                count("concurrentListings", draft.concurrentListings(), ceilings.concurrentListings(), MOST),
                count("openPositions", draft.openPositions(), ceilings.openPositions(), MOST),
                amount("lossPerDay", draft.lossPerDay(), ceilings.lossPerDay()),
                count("consecutiveFailures", draft.consecutiveFailures(), ceilings.consecutiveFailures(), MOST));
    }

    private @Nullable Integer count(String field, @Nullable Integer value, @Nullable Integer ceiling, int most) {
        int highest = ceiling == null ? most : Math.min(ceiling, most);
        if (value == null || (value >= 1 && value <= highest)) {
            return value;
        }
        violations.add(new Violation(field, "must be from 1 to " + highest));
        return null;
    }

    private @Nullable Amount amount(String field, @Nullable String text, @Nullable Amount ceiling) {
        if (text == null) {
            return null;
        }
        BigDecimal highest = ceiling == null ? AMOUNT : AMOUNT.min(ceiling.value());
        if (!DECIMAL.matcher(text).matches()) {
            violations.add(new Violation(
                    field, "must be a plain decimal such as 12.5, more than 0 and at most " + highest.toPlainString()));
            return null;
        }
        Amount amount = Amount.of(text);
        if (amount.value().signum() > 0 && amount.value().compareTo(highest) <= 0) {
            return amount;
        }
        violations.add(new Violation(field, "must be more than 0 and at most " + highest.toPlainString()));
        return null;
    }
}
