package io.firstfill.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** The schemas of the value types: texts, each with its form and an example. */
final class ValueSchemas {
    private static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";
    private static final String TICKER = "[^\\s_/:|,]{1,40}";
    private static final String SAMPLE_ID = "6f1c2a52-6d3e-5d8e-9a53-0c3a7d1f2b64";
    private static final Map<String, Schema> SCHEMAS = all();

    /** Counts and amounts in one field, which the contract keeps as texts. */
    private static final Map<String, List<String>> DECIMALS =
            Map.of("CapNumbers", List.of("used", "limit"), "CapUse", List.of("used", "limit"));

    private ValueSchemas() {}

    private static Map<String, Schema> all() {
        Map<String, Schema> all = new LinkedHashMap<>();
        all.put("Decimal", text("A count or an amount", DECIMAL, "25.5"));
        all.put("Amount", text("An amount of the quote asset, zero or more", DECIMAL, "25.5"));
        all.put("Price", text("A price in the quote asset", DECIMAL, "0.0200125"));
        all.put("Quantity", text("A quantity of the base asset", DECIMAL, "2497.5"));
        all.put("Ratio", text("A ratio from 0 to 100; 0.3 is 30 %", "^[0-9]{1,3}(\\.[0-9]{1,6})?$", "0.3"));
        all.put("Asset", text("The ticker of a coin, upper case", "^" + TICKER + "$", "USDT"));
        all.put("Pair", text("A market, base before quote", "^" + TICKER + "/" + TICKER + "$", "NEWT/USDT"));
        all.put("Actor", text("A user, or system: and a service", "^[^\\x00-\\x1f\\x7f]{1,120}$", "operator"));
        all.put("EnvironmentId", text("An environment with one exchange account", "^[a-z][a-z0-9-]{0,31}$", "paper"));
        all.put(
                "ClientOrderId",
                text("The id that we give to an order", "^[A-Za-z0-9_-]{1,32}$", "ff-b1-bzqKUm0-XYiaUww6fR8rZA"));
        all.put(
                "ExchangeOrderId",
                text("The id that the exchange gives to an order", "^[\\x21-\\x7e]{1,64}$", "C02__443776347957968896"));
        all.put(
                "RecordPlace",
                text("A record in Kafka", "^[A-Za-z0-9._-]{1,249}-[0-9]{1,10}@[0-9]{1,19}$", "orders.v1-2@4711"));
        all.put("Hash", text("A SHA-256, hexadecimal", "^[0-9a-f]{64}$", "9f3c".repeat(16)));
        all.put(
                "Instant",
                text(
                                "A time in UTC (RFC 3339)",
                                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z$",
                                "2026-11-28T02:31:09.250Z")
                        .format("date-time"));
        // No format: the one of JSON Schema does not allow fractions of a second.
        all.put(
                "Duration",
                text("A duration (ISO 8601)", "^PT(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+(\\.[0-9]{1,9})?S)?$", "PT0.5S"));
        all.put("EntityTags", text("Entity tags (RFC 9110), or *", "^[\\x20-\\x7e]*$", "W/\"3f0c5a\""));
        for (String id :
                List.of("UUID", "ConfigurationId", "ListingId", "MessageId", "PermitId", "PositionId", "RunId")) {
            all.put(id, text("Identifies one of its kind", null, SAMPLE_ID).format("uuid"));
        }
        all.put("JsonNode", OASFactory.createSchema().description("Any JSON"));
        return all;
    }

    private static Schema text(String description, @Nullable String pattern, String example) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .description(description)
                .pattern(pattern)
                .addExample(example);
    }

    /** Replaces what the fields of a value type gave, and adds the others: what is not used is removed at the end. */
    static void describe(Components components) {
        SCHEMAS.forEach(components::addSchema);
        DECIMALS.forEach((record, fields) -> Optional.ofNullable(
                        components.getSchemas().get(record))
                .ifPresent(schema -> fields.forEach(field ->
                        schema.addProperty(field, OASFactory.createSchema().ref("#/components/schemas/Decimal")))));
    }

    static boolean isValue(String name) {
        return SCHEMAS.containsKey(name);
    }

    /** Returns the value type whose name a parameter has, such as {@code RunId} of {@code runId}. */
    static Optional<String> ofName(String parameter) {
        String type = parameter.substring(0, 1).toUpperCase(Locale.ROOT) + parameter.substring(1);
        return Optional.of(
                        switch (type) {
                            case "Environment" -> "EnvironmentId";
                            case "AlertId" -> "MessageId";
                            default -> type;
                        })
                .filter(SCHEMAS::containsKey);
    }

    /** Returns whether a schema says no more than that there is a text. */
    static boolean isPlainText(Schema schema) {
        return schema.getRef() == null
                && List.of(SchemaType.STRING).equals(schema.getType())
                && schema.getFormat() == null
                && schema.getPattern() == null
                && schema.getEnumeration() == null;
    }
}
