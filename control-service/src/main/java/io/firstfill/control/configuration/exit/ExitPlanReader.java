package io.firstfill.control.configuration.exit;

import io.firstfill.contract.configuration.AtStop;
import io.firstfill.contract.configuration.ExitPlan;
import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.configuration.StopLoss;
import io.firstfill.contract.configuration.TakeProfit;
import io.firstfill.contract.configuration.TrailingStop;
import io.firstfill.control.configuration.exit.ExitPlanDraft.StopLossDraft;
import io.firstfill.control.configuration.exit.ExitPlanDraft.TakeProfitDraft;
import io.firstfill.control.configuration.exit.ExitPlanDraft.TrailingStopDraft;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an exit plan and refuses every field that breaks a rule, so that a person can correct all of them at once. */
public final class ExitPlanReader {
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");
    private static final BigDecimal MOST = BigDecimal.valueOf(100);
    private static final int LEVELS = 10;

    private final String prefix;
    private final BiConsumer<String, String> refuse;
    private boolean refused;

    /**
     * Creates a reader.
     *
     * @param prefix the path of the plan in its body
     * @param refuse takes a field and why it is refused
     */
    public ExitPlanReader(String prefix, BiConsumer<String, String> refuse) {
        this.prefix = prefix;
        this.refuse = refuse;
    }

    /** Returns the plan; null where there is none, or where a field was refused. */
    public @Nullable ExitPlan read(@Nullable ExitPlanDraft draft) {
        if (draft == null) {
            return null;
        }
        List<TakeProfit> levels = levels(draft.takeProfits());
        StopLoss stopLoss = stopLoss(draft.stopLoss());
        TrailingStop trailingStop = trailingStop(draft.trailingStop());
        Duration holding =
                duration("longestHolding", draft.longestHolding(), null, Duration.ofSeconds(1), Duration.ofDays(30));
        Ratio floor = draft.floor() == null ? null : share("floor", draft.floor());
        AtStop atStop = atStop(draft.atStop());
        if (!refused && levels.isEmpty() && stopLoss == null && trailingStop == null && holding == null) {
            refuse("", "must have a rule: takeProfits, stopLoss, trailingStop or longestHolding");
        }
        return refused ? null : new ExitPlan(levels, stopLoss, trailingStop, holding, floor, atStop);
    }

    private List<TakeProfit> levels(@Nullable List<@Nullable TakeProfitDraft> drafts) {
        List<TakeProfit> levels = new ArrayList<>();
        if (drafts == null) {
            return levels;
        }
        if (drafts.size() > LEVELS) {
            refuse("takeProfits", "must have at most " + LEVELS + " levels");
            return levels;
        }
        for (int i = 0; i < drafts.size(); i++) {
            TakeProfit level = level("takeProfits[" + i + "]", drafts.get(i));
            if (level != null) {
                levels.add(level);
            }
        }
        if (levels.size() == drafts.size()) {
            requireLadder(levels);
        }
        return levels;
    }

    private @Nullable TakeProfit level(String field, @Nullable TakeProfitDraft draft) {
        if (draft == null) {
            refuse(field, "must be given");
            return null;
        }
        Ratio above = ratio(field + ".above", draft.above(), "must be over 0 and at most 100; 0.5 is 50 %");
        if (above != null && above.value().signum() == 0) {
            refuse(field + ".above", "must be over 0 and at most 100; 0.5 is 50 %");
            above = null;
        }
        Ratio share = share(field + ".share", draft.share());
        return above == null || share == null
                ? null
                : new TakeProfit(above, share, Boolean.TRUE.equals(draft.resting()));
    }

    private void requireLadder(List<TakeProfit> levels) {
        BigDecimal shares = BigDecimal.ZERO;
        for (int i = 0; i < levels.size(); i++) {
            TakeProfit level = levels.get(i);
            if (i > 0
                    && level.above().value().compareTo(levels.get(i - 1).above().value()) <= 0) {
                refuse("takeProfits[" + i + "].above", "must be above that of the level before it");
            }
            shares = shares.add(level.share().value());
        }
        if (shares.compareTo(BigDecimal.ONE) > 0) {
            refuse("takeProfits", "must have shares that add up to 1 at most, not " + shares.toPlainString());
        }
    }

    private @Nullable StopLoss stopLoss(@Nullable StopLossDraft draft) {
        if (draft == null) {
            return null;
        }
        Ratio below = fall("stopLoss.below", draft.below());
        Duration confirmation = duration(
                "stopLoss.confirmation",
                draft.confirmation(),
                Duration.ofSeconds(1),
                Duration.ZERO,
                Duration.ofMinutes(1));
        Duration grace =
                duration("stopLoss.grace", draft.grace(), Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(5));
        return below == null || confirmation == null || grace == null ? null : new StopLoss(below, confirmation, grace);
    }

    private @Nullable TrailingStop trailingStop(@Nullable TrailingStopDraft draft) {
        if (draft == null) {
            return null;
        }
        Ratio below = fall("trailingStop.below", draft.below());
        Ratio activation = ratio(
                "trailingStop.activation",
                draft.activation() == null ? "0" : draft.activation(),
                "must be from 0 to 100; 0.5 is 50 %");
        return below == null || activation == null ? null : new TrailingStop(below, activation);
    }

    private @Nullable Ratio share(String field, @Nullable String text) {
        String rule = "must be over 0 and at most 1; 0.5 is 50 %";
        Ratio ratio = ratio(field, text, rule);
        if (ratio != null && !ratio.isShare()) {
            refuse(field, rule);
            return null;
        }
        return ratio;
    }

    private @Nullable Ratio fall(String field, @Nullable String text) {
        String rule = "must be over 0 and under 1; 0.2 is 20 %";
        Ratio ratio = ratio(field, text, rule);
        if (ratio != null && (!ratio.isShare() || ratio.value().compareTo(BigDecimal.ONE) == 0)) {
            refuse(field, rule);
            return null;
        }
        return ratio;
    }

    private @Nullable Ratio ratio(String field, @Nullable String text, String rule) {
        if (text == null) {
            refuse(field, "must be given");
            return null;
        }
        String given = text.strip();
        if (!DECIMAL.matcher(given).matches() || new BigDecimal(given).compareTo(MOST) > 0) {
            refuse(field, rule + ", with at most 6 decimals");
            return null;
        }
        return Ratio.of(given);
    }

    private @Nullable Duration duration(
            String field, @Nullable String text, @Nullable Duration otherwise, Duration least, Duration most) {
        if (text == null) {
            return otherwise;
        }
        try {
            Duration given = Duration.parse(text.strip());
            if (given.compareTo(least) >= 0 && given.compareTo(most) <= 0) {
                return given;
            }
        } catch (DateTimeParseException e) {
            // Refused below, as a duration outside of the range is.
        }
        refuse(field, "must be an ISO 8601 duration from " + least + " to " + most);
        return null;
    }

    private AtStop atStop(@Nullable String text) {
        if (text == null) {
            return AtStop.KEEP_EXITS;
        }
        return Arrays.stream(AtStop.values())
                .filter(value -> value.name().equals(text.strip()))
                .findFirst()
                .orElseGet(() -> {
                    refuse("atStop", "must be one of " + List.of(AtStop.values()));
                    return AtStop.KEEP_EXITS;
                });
    }

    private void refuse(String field, String message) {
        refused = true;
        refuse.accept(field.isEmpty() ? prefix : prefix + "." + field, message);
    }
}
