package io.firstfill.simulator.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Changes one answer in one place. It walks the JSON tree of whatever the exchange answers, so that a new field of an
 * answer is mutated without a change here. Fields of the same name in the rows of one list are one place: a list of a
 * thousand rows does not crowd out the fields beside it.
 *
 * @param effect how places and values are chosen
 * @param turn the number of this mutation among those of its rule, from 0
 */
public record AnswerMutation(Effect.Mutate effect, long turn) {

    private static final int MOST_DEPTH = 12;

    /** One value in the tree: the field of an object, or the element of an array. */
    private record Site(JsonNode parent, String field, int index) {
        void replace(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(field, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(field);
            } else if (parent instanceof ArrayNode array) {
                array.remove(index);
            }
        }
    }

    /** Returns the mutated answer; what is not JSON is returned as it is. */
    public String apply(String body) {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            RandomGenerator random = new SplittableRandom(effect.seed() * 1_000_003 + turn);
            Map<String, List<Site>> sites = new LinkedHashMap<>();
            collect(root, "", 0, sites);
            if (effect.rows()) {
                addRows(sites.values().stream().flatMap(List::stream).toList(), root, random);
            } else if (!sites.isEmpty()) {
                mutate(new ArrayList<>(sites.values()), random);
            }
            return root.toString();
        } catch (JsonProcessingException noJson) {
            return body;
        }
    }

    private void mutate(List<List<Site>> places, RandomGenerator random) {
        int values = HostileValues.ALL.size() + 1;
        int place = effect.inTurn() ? (int) (turn % places.size()) : random.nextInt(places.size());
        int value = effect.inTurn() ? (int) (turn / places.size() % values) : random.nextInt(values);
        List<Site> rows = places.get(place);
        Site site = rows.get(random.nextInt(rows.size()));
        if (value == HostileValues.ALL.size()) {
            site.remove();
        } else {
            site.replace(HostileValues.ALL.get(value));
        }
    }

    /** Adds odd rows to every list, each at a place drawn at random, and leaves the good rows as they are. */
    private static void addRows(List<Site> sites, JsonNode root, RandomGenerator random) {
        List<ArrayNode> lists = new ArrayList<>();
        if (root instanceof ArrayNode array) {
            lists.add(array);
        }
        sites.forEach(site -> {
            JsonNode value = site.parent() instanceof ObjectNode object
                    ? object.get(site.field())
                    : site.parent().get(site.index());
            if (value instanceof ArrayNode array) {
                lists.add(array);
            }
        });
        lists.forEach(list -> addRows(list, random));
    }

    private static void addRows(ArrayNode list, RandomGenerator random) {
        if (!list.isEmpty()) {
            JsonNode good = list.get(random.nextInt(list.size()));
            list.insert(random.nextInt(list.size() + 1), good.deepCopy());
            list.insert(random.nextInt(list.size() + 1), oddCopy(good, random));
        }
        list.insert(random.nextInt(list.size() + 1), hostile(random));
    }

    private static JsonNode oddCopy(JsonNode good, RandomGenerator random) {
        JsonNode copy = good.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> object.set(field, hostile(random)));
        } else if (copy instanceof ArrayNode array) {
            array.add(hostile(random));
        } else {
            return hostile(random);
        }
        return copy;
    }

    private static JsonNode hostile(RandomGenerator random) {
        return HostileValues.ALL.get(random.nextInt(HostileValues.ALL.size()));
    }

    private static void collect(JsonNode node, String path, int depth, Map<String, List<Site>> sites) {
        if (depth > MOST_DEPTH) {
            return;
        }
        node.properties().forEach(entry -> {
            String place = path + "/" + entry.getKey();
            add(sites, place, new Site(node, entry.getKey(), 0));
            collect(entry.getValue(), place, depth + 1, sites);
        });
        if (node instanceof ArrayNode) {
            for (int i = 0; i < node.size(); i++) {
                add(sites, path + "/*", new Site(node, "", i));
                collect(node.get(i), path + "/*", depth + 1, sites);
            }
        }
    }

    private static void add(Map<String, List<Site>> sites, String place, Site site) {
        sites.computeIfAbsent(place, ignored -> new ArrayList<>()).add(site);
    }
}
