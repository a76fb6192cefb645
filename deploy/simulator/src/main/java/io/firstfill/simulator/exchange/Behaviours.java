package io.firstfill.simulator.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The behaviour in force: defaults, then the exchange's patches, then those of a listing, then those of a request. */
public final class Behaviours {

    private static final Set<String> MAY_BE_NULL = Set.of("priceCap", "priceBand");

    private final Map<String, ObjectNode> patches = new HashMap<>();
    private final Map<String, Behaviour> bySymbol = new HashMap<>();
    private ObjectNode common = defaults();
    private Behaviour exchange = parse(common);

    public Behaviour exchange() {
        return exchange;
    }

    public Behaviour of(String symbol) {
        ObjectNode patch = patches.get(symbol);
        return patch == null ? exchange : bySymbol.computeIfAbsent(symbol, key -> parse(merged(common, patch)));
    }

    public Behaviour of(String symbol, ObjectNode requestPatch) {
        if (requestPatch.isEmpty()) {
            return of(symbol);
        }
        ObjectNode listing = patches.getOrDefault(symbol, Json.MAPPER.createObjectNode());
        return parse(merged(merged(common, listing), requestPatch));
    }

    /** @throws IllegalArgumentException for an unknown switch or an impossible value; then nothing has changed */
    public void patch(ObjectNode patch) {
        ObjectNode changed = merged(common, patch);
        exchange = parse(changed);
        common = changed;
        bySymbol.clear();
    }

    /** @throws IllegalArgumentException as {@link #patch(ObjectNode)} */
    public void patch(String symbol, ObjectNode patch) {
        ObjectNode changed = merged(patches.getOrDefault(symbol, Json.MAPPER.createObjectNode()), patch);
        parse(merged(common, changed));
        patches.put(symbol, changed);
        bySymbol.remove(symbol);
    }

    /** @throws IllegalArgumentException when the patch could not be applied */
    public void check(ObjectNode patch) {
        parse(merged(common, patch));
    }

    private static ObjectNode merged(ObjectNode base, ObjectNode patch) {
        ObjectNode merged = base.deepCopy();
        patch.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
        return merged;
    }

    private static Behaviour parse(ObjectNode tree) {
        tree.properties().forEach(entry -> {
            if (entry.getValue().isNull() && !MAY_BE_NULL.contains(entry.getKey())) {
                throw new IllegalArgumentException(entry.getKey() + " needs a value");
            }
        });
        try {
            return Json.STRICT.treeToValue(tree, Behaviour.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new IllegalArgumentException("there is no switch " + unknown.getPropertyName(), unknown);
        } catch (JsonProcessingException invalid) {
            throw new IllegalArgumentException("behaviour: " + invalid.getOriginalMessage(), invalid);
        }
    }

    private static ObjectNode defaults() {
        try (InputStream resource = Behaviours.class.getResourceAsStream("behaviour.json")) {
            if (resource == null) {
                throw new IllegalStateException("behaviour.json is missing from the jar");
            }
            return (ObjectNode) Json.MAPPER.readTree(resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
