package io.firstfill.service.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves what counts as a difference between two values. */
class FieldDifferencesTest {
    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':'1'} | {'a':'1'} | ``",
                "{'a':'1'} | {'a':'2'} | a \"1\" \"2\"",
                "{'a':1} | {'a':'1'} | a 1 \"1\"",
                "{'a':'1'} | {} | a \"1\" null",
                "{} | {'a':false} | a null false",
                "{'a':null} | {} | ``",
                "{'a':{'b':1,'c':2}} | {'a':{'b':1,'c':3}} | a.c 2 3",
                "{'a':{'b':1}} | {} | a.b 1 null",
                "{} | {'a':{'b':{'c':true}}} | a.b.c null true",
                "{'a':['x','y']} | {'a':['y','x']} | ``",
                "{'a':['x','y']} | {'a':['x','x']} | a [\"x\",\"y\"] [\"x\",\"x\"]",
                "{'a':['x']} | {} | a [\"x\"] null",
                "{'a':1} | {'a':{'b':2}} | a 1 null;a.b null 2",
                "{'b':2,'a':1} | {'c':3,'b':4} | a 1 null;b 2 4;c null 3"
            })
    void everyFieldThatDiffersIsNamedWithBothValues(String from, String to, String expected) throws Exception {
        String found = String.join(
                ";",
                FieldDifferences.between(read(from), read(to)).stream()
                        .map(one -> one.path() + " " + one.from() + " " + one.to())
                        .toList());

        assertThat(found).isEqualTo(expected);
    }

    private JsonNode read(String text) throws JsonProcessingException {
        return json.readTree(text.replace('\'', '"'));
    }
}
