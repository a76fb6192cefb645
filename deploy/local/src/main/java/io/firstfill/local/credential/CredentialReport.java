package io.firstfill.local.credential;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words what validation said of a key. */
final class CredentialReport {
    private CredentialReport() {}

    /** Whether orders can be signed with the key. */
    static boolean usable(JsonObject status) {
        return "VALIDATED".equals(status.getString("status")) && status.getBoolean("canTrade", false);
    }

    static List<String> lines(JsonObject status) {
        return switch (status.getString("status", "UNKNOWN")) {
            case "VALIDATED" -> validated(status);
            case "REJECTED" -> List.of(rejected(status));
            case "MISSING" -> List.of("There is no key at the path: store one by deploy/secret put.");
            case "ROTATED" ->
                List.of("Another key was stored and is not validated: no order is sent. Run deploy/secret put again, or"
                        + " validate it in the control panel.");
            case "PENDING" ->
                List.of("The trader has not answered yet; no order is sent before. Ask by deploy/secret status.");
            default -> List.of("Nothing is known of the key: the trader has said nothing yet.");
        };
    }

    private static List<String> validated(JsonObject status) {
        List<String> lines = new ArrayList<>();
        boolean withdraws = status.getBoolean("canWithdraw", false);
        lines.add("The exchange accepts the key: trade " + yes(status.getBoolean("canTrade", false)) + ", withdraw "
                + yes(withdraws) + ", permissions " + permissions(status.getJsonArray("permissions")) + ".");
        if (!status.getBoolean("canTrade", false)) {
            lines.add("WARNING: the key may not trade. Give it the right to trade spot.");
        }
        if (withdraws) {
            lines.add("WARNING: the key may withdraw. Nothing here needs that: replace it by one without that right.");
        }
        String ends = status.getString("unboundKeyEndsBy");
        lines.add("The exchange does not tell whether a key is bound to an address. An unbound key ends after 90 days"
                + (ends == null ? "" : ", this one by " + ends) + ": bind it to the address of this machine.");
        return lines;
    }

    private static String rejected(JsonObject status) {
        String address = status.getString("refusedAddress");
        return "The exchange refuses the key with code " + status.getInteger("exchangeCode", 0)
                + (address == null ? "" : ": it is bound to addresses that ours, " + address + ", is not among")
                + ". No order is sent.";
    }

    private static String permissions(JsonArray permissions) {
        return permissions == null || permissions.isEmpty()
                ? "not told"
                : permissions.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String yes(boolean right) {
        return right ? "yes" : "no";
    }
}
