package io.firstfill.local.livecheck;

import io.firstfill.local.livecheck.Finding.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The findings as text: one line each, those that differ once more at the end, and what is left to a person. */
record LiveCheckReport(URI exchange, List<Finding> findings) {
    boolean differs() {
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.DIFFERS);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("What is assumed of the exchange, and what " + exchange + " shows:");
        findings.forEach(finding -> lines.add(line(finding)));
        lines.add("");
        lines.add(Arrays.stream(Verdict.values())
                .map(verdict -> count(verdict) + " " + verdict.words())
                .collect(Collectors.joining(", ", "", ".")));
        if (differs()) {
            lines.add("");
            lines.add("Before money depends on them, look at what differs:");
            findings.stream()
                    .filter(finding -> finding.verdict() == Verdict.DIFFERS)
                    .forEach(finding -> lines.add(
                            "  - " + finding.fact() + ": assumed " + finding.assumed() + "; seen " + finding.seen()));
        }
        lines.add("");
        lines.add("Left to a person on the first live day:");
        ByHand.steps().forEach(step -> lines.add("  - " + step));
        return lines;
    }

    private static String line(Finding finding) {
        return "%-26s %-36s assumed %s; seen %s"
                .formatted(finding.verdict().words(), finding.fact(), finding.assumed(), finding.seen());
    }

    private long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
