package io.firstfill.control.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.control.web.StrictBody;
import io.firstfill.service.environment.EnvironmentSettings;
import io.firstfill.service.environment.Environments;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Proves that control accepts the configurations that the demonstration and the benchmark save. */
class DeployedConfigurationsTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    private final ObjectMapper json = new ObjectMapper();
    private final DraftValidator validator = new DraftValidator(
            new Environments(new SmallRyeConfigBuilder()
                    .withMapping(EnvironmentSettings.class)
                    .withDefaultValues(Map.of(
                            "firstfill.environments.paper.rest-uri", "http://127.0.0.1:1",
                            "firstfill.environments.paper.web-uri", "http://127.0.0.1:1"))
                    .build()
                    .getConfigMapping(EnvironmentSettings.class)),
            new ConfigurationRules(new MessageCodec(json, MessageCodec.LATEST_LEVEL)));

    @ParameterizedTest
    @MethodSource("files")
    void everyConfigurationUnderDeployIsAccepted(Path file) throws IOException {
        new JsonSettings().customize(json);
        ConfigurationDraft draft =
                new StrictBody().apply(json, ConfigurationDraft.class).readValue(Files.readAllBytes(file));

        assertThat(validator.validate(draft)).as(file.toString()).isInstanceOf(DraftValidator.Result.Valid.class);
    }

    @Test
    void thoseOfTheDemonstrationAndOfTheBenchmarkAreAmongThem() throws IOException {
        assertThat(files().map(Path::toString))
                .anyMatch(file -> file.contains("benchmark"))
                .anyMatch(file -> file.contains("demo"));
    }

    static Stream<Path> files() throws IOException {
        List<Path> found;
        try (Stream<Path> modules = Files.list(DEPLOY)) {
            found = modules.map(module -> module.resolve(Path.of("src", "main", "resources")))
                    .filter(Files::isDirectory)
                    .flatMap(DeployedConfigurationsTest::configurations)
                    .toList();
        }
        return found.stream();
    }

    private static Stream<Path> configurations(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.endsWith("configuration.json")).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
