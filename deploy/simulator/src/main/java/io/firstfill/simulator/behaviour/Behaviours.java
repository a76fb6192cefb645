package io.firstfill.simulator.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The behaviour in force. Later patches override earlier ones: defaults, then the exchange's patches, then those of a
 * pair, then those of a request.
 */
public final class Behaviours {

    private static final Set<String> MAY_BE_NULL =
            Set.of("priceCap", "priceBand", "priceRefusalMove", "shape", "course");

    private final Map<String, ObjectNode> patches = new HashMap<>();
    private final Map<String, Behaviour> bySymbol = new HashMap<>();
    /** Defaults and the exchange's patches, by switch. */
    private ObjectNode exchangeSwitches = defaults();

    private Behaviour exchange = parse(exchangeSwitches);

    /** The behaviour of the exchange as a whole, without the patches of any pair. */
    public Behaviour exchange() {
        return exchange;
    }

    public Behaviour of(String symbol) {
        ObjectNode patch = patches.get(symbol);
        return patch == null
                ? exchange
                : bySymbol.computeIfAbsent(symbol, key -> parse(merged(exchangeSwitches, patch)));
    }

    /** The behaviour of a pair for one request; an empty patch changes nothing. */
    public Behaviour of(String symbol, ObjectNode requestPatch) {
        if (requestPatch.isEmpty()) {
            return of(symbol);
        }
        ObjectNode listing = patches.getOrDefault(symbol, Json.MAPPER.createObjectNode());
        return parse(merged(merged(exchangeSwitches, listing), requestPatch));
    }

    /**
     * Patches the exchange as a whole.
     *
     * @throws IllegalArgumentException for an unknown switch or an impossible value; then nothing has changed
     */
    public void patch(ObjectNode patch) {
        ObjectNode changed = merged(exchangeSwitches, patch);
        exchange = parse(changed);
        exchangeSwitches = changed;
        bySymbol.clear();
    }

    /**
     * Patches one pair, whether it exists yet or not.
     *
     * @throws IllegalArgumentException as {@link #patch(ObjectNode)}
     */
    public void patch(String symbol, ObjectNode patch) {
        ObjectNode changed = merged(patches.getOrDefault(symbol, Json.MAPPER.createObjectNode()), patch);
        parse(merged(exchangeSwitches, changed));
        patches.put(symbol, changed);
        bySymbol.remove(symbol);
    }

    /**
     * Checks a patch without applying it.
     *
     * @throws IllegalArgumentException when the patch could not be applied
     */
    public void check(ObjectNode patch) {
        parse(merged(exchangeSwitches, patch));
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
