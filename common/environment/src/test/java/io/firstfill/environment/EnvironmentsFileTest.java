package io.firstfill.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the file is read whole or refused with the file, the line and the field. */
class EnvironmentsFileTest {
    private static final String LIVE = """
            environments:
              live:
                mode: LIVE
                rest-uri: https://api.mexc.com
                web-uri: https://www.mexc.com
                ws-uri: wss://wbs-api.mexc.com/ws
                vault-path: firstfill/live/mexc
                polling-addresses: [10.0.0.7, 10.0.0.8]
                ceilings:
                  quote-amount: 50
                  spend: 200.5
                  trades-per-hour: 5
            egress:
              requests: 15
              exchange-info-pause: 20s
              shares:
                scanner: 60
            quotes: [USDT, USDC]
            """;

    @Test
    void everySettingOfTheFileHasItsFullName() {
        EnvironmentsFile file = EnvironmentsFile.parse("environments.yaml", LIVE);

        assertThat(file.properties())
                .containsEntry("firstfill.environments.live.mode", "LIVE")
                .containsEntry("firstfill.environments.live.polling-addresses", "10.0.0.7,10.0.0.8")
                .containsEntry("firstfill.environments.live.ceilings.quote-amount", "50")
                .containsEntry("firstfill.environments.live.ceilings.spend", "200.5")
                .containsEntry("firstfill.egress.requests", "15")
                .containsEntry("firstfill.egress.exchange-info-pause", "PT20S")
                .containsEntry("firstfill.egress.shares.scanner", "60")
                .containsEntry("firstfill.scanner.quotes", "USDT,USDC")
                .hasSize(13);
        assertThat(file.require("live").live()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                      spend: 200.5           |   spent: 200.5          | line 11: environments.live.ceilings.spent is no setting
                      spend: 200.5           |   spend: -1             | line 11: environments.live.ceilings.spend must be a positive decimal
                      spend: 200.5           |   spend: 1e3            | line 11: environments.live.ceilings.spend must be a positive decimal
                      spend: 200.5           |   quote-amount: 1       | line 11: environments.live.ceilings.quote-amount stands twice
                    mode: LIVE               | mode: live              | line 3: environments.live.mode must be LIVE or PAPER
                    mode: LIVE               | mood: LIVE              | line 3: environments.live.mood is no setting
                    egress:                  | egres:                  | line 13: egres is no setting
                    10.0.0.8                 | eth1                    | line 8: environments.live.polling-addresses must be an IP address
                    https://www.mexc.com     | www.mexc.com            | line 5: environments.live.web-uri must be an address
                    scanner: 60              | scanner: many           | line 17: egress.shares.scanner must be a whole number
                    """)
    void aFaultNamesItsLineAndField(String right, String wrong, String message) {
        assertThatThrownBy(
                        () -> EnvironmentsFile.parse("environments.yaml", LIVE.replace(right.strip(), wrong.strip())))
                .isInstanceOf(EnvironmentsFileException.class)
                .hasMessageContaining("environments.yaml, " + message);
    }

    @Test
    void targetsOfNotificationsAreSettingsOfTheLedger() {
        EnvironmentsFile file = EnvironmentsFile.parse("e.yaml", withTarget("{format: slack, events: [BOUGHT, SOLD]}"));

        assertThat(file.properties())
                .containsEntry("firstfill.notifications.targets.live.desk.format", "SLACK")
                .containsEntry("firstfill.notifications.targets.live.desk.events", "BOUGHT,SOLD")
                .containsEntry("firstfill.environments.live.mode", "LIVE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {format: mail}                    | desk.format must be generic, slack, telegram or discord
            {severity: INFO}                  | desk.format is missing
            {format: slack, severity: high}   | desk.severity must be INFO, WARNING or CRITICAL
            {format: slack, events: [bought]} | desk.events must be the name of an event
            {format: slack, url: https://a.b} | desk.url is no setting
            """)
    void aFaultOfATargetNamesItsField(String target, String message) {
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", withTarget(target)))
                .hasMessageContaining("environments.live.notifications." + message);
    }

    private static String withTarget(String target) {
        return LIVE.replace("    mode: LIVE\n", "    mode: LIVE\n    notifications:\n      desk: " + target + "\n");
    }

    @Test
    void aMissingFieldIsNamed() {
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("      spend: 200.5\n", "")))
                .hasMessage("e.yaml: environments.live.ceilings.spend is missing.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("    mode: LIVE\n", "")))
                .hasMessage("e.yaml: environments.live.mode is missing.");
    }

    @Test
    void liveWithoutCeilingsOrTlsIsRefusedWhenTheFileIsRead() {
        String withoutCeilings = LIVE.replaceAll("(?s)    ceilings:.*?egress:", "egress:");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", withoutCeilings))
                .hasMessage("Environment live is LIVE without ceilings.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("https://api", "http://api")))
                .hasMessage("Environment live is LIVE without https.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("https://www", "http://www")))
                .hasMessage("Environment live is LIVE without https for its web-uri.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("wss:", "ws:")))
                .hasMessage("Environment live is LIVE without wss.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("LIVE", "PAPER")))
                .hasMessage("Environment live is PAPER but its rest-uri is the live exchange.");
    }

    @ParameterizedTest
    @CsvSource({
        "rest-uri, https://api.mexc.com",
        "rest-uri, https://API.MEXC.COM:8443",
        "rest-uri, https://api.mexc.com.",
        "rest-uri, https://mexc.com",
        "rest-uri, https://mexc.co",
        "rest-uri, https://api.mexc.co",
        "web-uri, https://www.mexc.com",
        "web-uri, https://www.mexc.co.",
        "ws-uri, wss://wbs-api.mexc.com/ws",
        "ws-uri, wss://wbs-api.mexc.co./ws"
    })
    void paperOnAnAddressOfTheExchangeIsRefused(String field, String address) {
        String paper = """
                environments:
                  paper:
                    mode: PAPER
                    rest-uri: http://127.0.0.1:8086
                    web-uri: http://127.0.0.1:8086
                    ws-uri: ws://127.0.0.1:8086/ws
                """;
        assertThat(EnvironmentsFile.parse("e.yaml", paper).names()).containsExactly("paper");

        assertThatThrownBy(() ->
                        EnvironmentsFile.parse("e.yaml", paper.replaceFirst(field + ": .*", field + ": " + address)))
                .hasMessage("Environment paper is PAPER but its " + field + " is the live exchange.");
    }

    @Test
    void whatIsNoFileOfEnvironmentsIsRefusedInOneSentence() {
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", "")).hasMessageStartingWith("e.yaml is no mapping");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", "a: [b")).hasMessageStartingWith("e.yaml is no YAML");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", "environments: {}"))
                .hasMessage("e.yaml has no environments.");
        assertThatThrownBy(() -> EnvironmentsFile.parse("e.yaml", LIVE.replace("  live:", "  Live:")))
                .hasMessageContaining("environments.Live is no name of an environment");
        assertThatThrownBy(() -> EnvironmentsFile.read(Path.of("/nowhere/e.yaml")))
                .hasMessage("Cannot read the environments file /nowhere/e.yaml.");
    }

    @ParameterizedTest
    @CsvSource({"paper.yaml", "live.yaml", "rehearsal.yaml"})
    void theExamplesAreRead(String example) {
        Path file = Path.of("..", "doc", "environments", example);

        assertThat(EnvironmentsFile.read(file).environments()).isNotEmpty();
    }

    /** The rehearsal has the limits, ceilings and keys' paths of what goes live. */
    @Test
    void theRehearsalIsTheLiveFileWithOtherAddresses() {
        Path examples = Path.of("..", "doc", "environments");
        EnvironmentsFile live = EnvironmentsFile.read(examples.resolve("live.yaml"));
        EnvironmentsFile rehearsal = EnvironmentsFile.read(examples.resolve("rehearsal.yaml"));

        assertThat(rehearsal.properties().keySet()).isEqualTo(live.properties().keySet());
        rehearsal
                .properties()
                .forEach((key, value) -> assertThat(value)
                        .as(key)
                        .isEqualTo(rehearsed(key, live.properties().getOrDefault(key, ""))));
    }

    private static String rehearsed(String key, String value) {
        return key.endsWith("-uri") ? value.replaceFirst("//[^/]*", "//exchange.test:8086") : value;
    }
}
