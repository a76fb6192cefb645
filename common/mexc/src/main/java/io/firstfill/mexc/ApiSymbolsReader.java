package io.firstfill.mexc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.mexc.market.ApiSymbols;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.reading.Rows;
import io.firstfill.mexc.reading.SkippedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pairs that are open to API trading: the usual answer without a tree, and of it only what is not in the
 * answer before, because an order may wait for it. Thread-safe; one reader for the answers to one question.
 */
final class ApiSymbolsReader implements AnswerReader<ApiSymbols> {
    /** Pairs that the first list has room for: the exchange has about 3,000. */
    private static final int USUAL = 4_096;

    private volatile @Nullable KnownSymbols last;

    @Override
    public ApiSymbols read(JsonNode body) throws IOException {
        Rows<MexcSymbol> rows = MexcJson.rows(body.path("data"), MexcSymbol.class);
        return new ApiSymbols(
                rows.read().stream().map(MexcSymbol::value).collect(Collectors.toUnmodifiableSet()), rows.skipped());
    }

    @Override
    public @Nullable ApiSymbols readPlain(byte[] body) {
        KnownSymbols before = last;
        KnownSymbols next = before == null ? null : before.next(body, ApiSymbolsReader::names);
        if (next != null) {
            last = next;
            return next.symbols();
        }
        List<String> names = names(body);
        ApiSymbols symbols = names == null ? null : symbols(names);
        if (names != null && symbols != null) {
            last = KnownSymbols.of(body, names, symbols);
        }
        return symbols;
    }

    private static @Nullable ApiSymbols symbols(List<String> names) {
        try {
            // Refuses a name that occurs twice.
            return new ApiSymbols(Set.of(names.toArray(String[]::new)), SkippedRows.NONE);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    private static @Nullable List<String> names(byte[] body) {
        try (JsonParser in = AnswerParser.parser(body)) {
            return new PlainAnswer(in).names();
        } catch (IOException odd) {
            return null;
        }
    }

    /** One answer whose known fields occur once, whose names are texts, and whose other fields are no containers. */
    private static final class PlainAnswer {
        private final JsonParser in;
        private boolean success;
        private @Nullable List<String> names;

        PlainAnswer(JsonParser in) {
            this.in = in;
        }

        /** Returns null where the answer is another one, or is not whole. */
        @Nullable List<String> names() throws IOException {
            boolean plain = in.nextToken() == JsonToken.START_OBJECT;
            String field = plain ? in.nextFieldName() : null;
            while (plain && field != null) {
                plain = take(field);
                field = plain ? in.nextFieldName() : null;
            }
            boolean whole = plain && in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null;
            return whole && success ? names : null;
        }

        /** Takes the value of the field; false where it is not plain. */
        private boolean take(String field) throws IOException {
            return switch (field) {
                case "code" -> code();
                case "data" -> data();
                default -> in.nextToken().isScalarValue();
            };
        }

        private boolean code() throws IOException {
            boolean first = !success;
            success = isSuccess();
            return first && success;
        }

        private boolean data() throws IOException {
            boolean first = names == null;
            names = list();
            return first && names != null;
        }

        private boolean isSuccess() throws IOException {
            if (in.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                return false;
            }
            int code = in.getIntValue();
            return code == 0 || code == 200;
        }

        private @Nullable List<String> list() throws IOException {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                return null;
            }
            List<String> texts = new ArrayList<>(USUAL);
            for (String text = in.nextTextValue(); text != null; text = in.nextTextValue()) {
                texts.add(text);
            }
            return in.currentToken() == JsonToken.END_ARRAY ? texts : null;
        }
    }
}
