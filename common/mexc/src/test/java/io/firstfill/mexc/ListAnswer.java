package io.firstfill.mexc;

import io.firstfill.mexc.market.TickerPrice;
import io.firstfill.mexc.order.MyTrade;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.reading.Partial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An answer that is a list, with the text around its rows and the fields of a row that is good.
 *
 * @param names fields that name what the row is about
 * @param numbers fields with a number
 * @param times fields with a time
 */
record ListAnswer(
        String name,
        String frame,
        Map<String, String> good,
        List<String> names,
        List<String> numbers,
        List<String> times,
        AnswerReader<? extends Partial> reader) {

    /** Values of a row's field, as JSON, that no field of any row can carry. */
    private static final List<String> ODD = List.of(
            "[]",
            "{}",
            "true",
            "[[[[1]]]]",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"line\\u2028line\"",
            "\"a\u0001b\"",
            '"' + "x".repeat(100_000) + '"',
            "[".repeat(5000) + "]".repeat(5000));

    /** Values that no number and no time can have. */
    private static final List<String> ODD_NUMBERS = List.of(
            "NaN",
            "-Infinity",
            "1e999999999",
            "\"1e999999999\"",
            "1e-999999999",
            "\"1E+21\"",
            "9".repeat(5000),
            "\"0." + "1".repeat(21) + '"',
            "\"100000000000000000000\"",
            "\"0x10\"",
            "\"1,5\"",
            "\"-\"");

    private static final List<String> ODD_TIMES =
            List.of("253402300800000", "9223372036854775807", "9223372036854775808", "1e12", "\"soon\"", "1.5");

    static final List<ListAnswer> ALL = List.of(
            new ListAnswer(
                    "CALENDAR",
                    "{\"data\":{\"newCoins\":[%s]},\"code\":0}",
                    Map.of("vcoinName", "\"GOOD\"", "firstOpenTime", "1742385600000"),
                    List.of("vcoinName"),
                    List.of(),
                    List.of("firstOpenTime"),
                    AnswerReader::calendar),
            new ListAnswer(
                    "SYMBOLS_V2",
                    "{\"data\":{\"symbols\":{\"USDT\":[%s]}}}",
                    Map.of("vn", "\"GOOD\"", "sts", "2", "ot", "1742385600000"),
                    List.of("vn"),
                    List.of("sts"),
                    List.of("ot"),
                    AnswerReader::symbolsV2),
            new ListAnswer(
                    "EXCHANGE_INFO",
                    "{\"serverTime\":1e999999999,\"symbols\":[%s]}",
                    Map.of(
                            "symbol", "\"GOODUSDT\"",
                            "baseAsset", "\"GOOD\"",
                            "quotePrecision", "5",
                            "quoteAmountPrecision", "\"1\"",
                            "firstOpenTime", "1742385600000"),
                    List.of("symbol", "baseAsset"),
                    List.of("quotePrecision", "quoteAmountPrecision"),
                    List.of("firstOpenTime"),
                    AnswerReader::exchangeInfo),
            new ListAnswer(
                    "PRICES",
                    "[%s]",
                    Map.of("symbol", "\"GOODUSDT\"", "price", "\"0.5\""),
                    List.of("symbol"),
                    List.of("price"),
                    List.of(),
                    AnswerReader.oneOrMany(TickerPrice.class)),
            new ListAnswer(
                    "ACCOUNT",
                    "{\"canTrade\":true,\"balances\":[%s]}",
                    Map.of("asset", "\"GOOD\"", "free", "\"1.5\"", "locked", "\"0\""),
                    List.of("asset"),
                    List.of("free", "locked"),
                    List.of(),
                    AnswerReader::account),
            new ListAnswer(
                    "TRADES",
                    "[%s]",
                    Map.of(
                            "symbol", "\"GOODUSDT\"",
                            "id", "\"t1\"",
                            "orderId", "\"o1\"",
                            "price", "\"0.5\"",
                            "qty", "\"2\"",
                            "time", "1742385600000"),
                    List.of("symbol", "id", "orderId"),
                    List.of("price", "qty"),
                    List.of("time"),
                    AnswerReader.rowsOf(MyTrade.class)),
            new ListAnswer(
                    "ORDERS",
                    "[%s]",
                    Map.of(
                            "symbol", "\"GOODUSDT\"",
                            "orderId", "\"o1\"",
                            "status", "\"FILLED\"",
                            "executedQty", "\"2\"",
                            "cummulativeQuoteQty", "\"1\"",
                            "time", "1742385600000"),
                    List.of("symbol", "orderId"),
                    List.of("executedQty", "cummulativeQuoteQty"),
                    List.of("time"),
                    AnswerReader.rowsOf(OrderDetail.class)));

    String row() {
        return row("", "");
    }

    /** The good row with one field in another form. */
    String row(String field, String value) {
        List<String> fields = new ArrayList<>();
        good.forEach((name, usual) -> fields.add('"' + name + "\":" + (name.equals(field) ? value : usual)));
        return '{' + String.join(",", fields) + '}';
    }

    /** The good row in which a field occurs twice. */
    String rowWithTwo(String field) {
        return "{\"" + field + "\":" + good.get(field) + ',' + row().substring(1);
    }

    /** The rows that cannot be represented, each odd in one way. */
    List<String> oddRows() {
        List<String> odd = new ArrayList<>(List.of("[]", "true", "17", "\"text\"", "{}", "null"));
        names.forEach(field -> ODD.forEach(value -> odd.add(row(field, value))));
        odd.add(row(names.getFirst(), "null"));
        numbers.forEach(field -> ODD_NUMBERS.forEach(value -> odd.add(row(field, value))));
        numbers.forEach(field -> ODD.forEach(value -> odd.add(row(field, value))));
        times.forEach(field -> ODD_TIMES.forEach(value -> odd.add(row(field, value))));
        List.of(names, numbers, times).forEach(kind -> kind.forEach(field -> odd.add(rowWithTwo(field))));
        return odd;
    }

    @Override
    public String toString() {
        return name;
    }
}
