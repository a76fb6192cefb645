package io.firstfill.simulator.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.clock.ServerClock;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.market.Pair;

/** Builds the exchangeInfo document. */
final class ExchangeInfo {

    private ExchangeInfo() {}

    static ObjectNode document(ClockReading now, ArrayNode symbols) {
        ObjectNode document = Json.MAPPER.createObjectNode();
        document.put("timezone", "CST").put("serverTime", now.serverMillis());
        document.putArray("rateLimits");
        document.putArray("exchangeFilters");
        document.set("symbols", symbols);
        return document;
    }

    static ObjectNode row(Listing listing, Behaviour behaviour) {
        Pair pair = listing.market().pair();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("symbol", pair.symbol()).put("status", listing.isTradable() ? "1" : "2");
        row.put("baseAsset", pair.base()).put("baseAssetPrecision", pair.baseScale());
        row.put("quoteAsset", pair.quote()).put("quotePrecision", pair.priceScale());
        row.put("quoteAssetPrecision", pair.priceScale()).put("baseCommissionPrecision", pair.baseScale());
        row.put("quoteCommissionPrecision", pair.priceScale());
        ArrayNode types = row.putArray("orderTypes");
        pair.orderTypes().forEach(type -> types.add(type.name()));
        row.put("isSpotTradingAllowed", listing.isTradable()).put("isMarginTradingAllowed", false);
        row.put("quoteAmountPrecision", Json.plain(pair.minAmount()));
        row.put("baseSizePrecision", Json.plain(pair.minQuantity()));
        row.putArray("permissions").add("SPOT");
        row.set("filters", filters(behaviour));
        row.put("maxQuoteAmount", Json.plain(pair.maxAmount()));
        row.put("makerCommission", Json.plain(behaviour.makerFee()));
        row.put("takerCommission", Json.plain(behaviour.takerFee()));
        row.put("quoteAmountPrecisionMarket", Json.plain(pair.minAmountMarket()));
        row.put("maxQuoteAmountMarket", Json.plain(pair.maxAmountMarket()));
        row.put("fullName", pair.fullName());
        row.put("tradeSideType", listing.market().sides().code());
        row.put("contractAddress", "").put("st", false);
        row.put("firstOpenTime", ServerClock.micros(listing.state().openAt()) / 1000);
        return row;
    }

    private static ArrayNode filters(Behaviour behaviour) {
        ArrayNode filters = Json.MAPPER.createArrayNode();
        if (behaviour.priceBand() != null) {
            String band = Json.plain(behaviour.priceBand());
            filters.addObject()
                    .put("filterType", "PERCENT_PRICE_BY_SIDE")
                    .put("bidMultiplierUp", band)
                    .put("askMultiplierDown", band);
        }
        return filters;
    }
}
