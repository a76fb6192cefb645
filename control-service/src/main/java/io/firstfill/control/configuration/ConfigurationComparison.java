package io.firstfill.control.configuration;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.service.json.FieldDifference;
import io.firstfill.service.json.FieldDifferences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Compares two versions of a configuration field by field, by the names the fields have in a draft. */
@ApplicationScoped
public class ConfigurationComparison {
    private final ObjectMapper json;

    ConfigurationComparison(ObjectMapper json) {
        this.json = json;
    }

    /** The fields in which two versions differ. */
    @Schema(name = "ConfigurationComparison")
    public record Comparison(int from, int to, List<FieldDifference> differences) {}

    public Comparison between(SavedConfiguration from, SavedConfiguration to) {
        return new Comparison(
                from.version(),
                to.version(),
                FieldDifferences.between(json.valueToTree(from.content()), json.valueToTree(to.content())));
    }
}
