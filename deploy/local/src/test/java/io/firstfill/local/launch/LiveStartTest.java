package io.firstfill.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.local.config.Deployment;
import io.firstfill.local.config.StackOptions;
import io.firstfill.local.config.StartFailedException;
import io.firstfill.local.secrets.Sealing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves that nothing starts on real money before its name was typed and its key is out of a thief's reach. */
class LiveStartTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path directory;

    @Test
    void theNameOfALiveEnvironmentMustBeTyped() throws IOException {
        Deployment live = live();

        for (Typed terminal : List.of(
                new Typed(true, "Live", PASSPHRASE, PASSPHRASE),
                new Typed(false, "yes", PASSPHRASE),
                new Typed(false))) {
            assertThatThrownBy(() -> LiveStart.ask(live, secrets(), terminal))
                    .isInstanceOf(StartFailedException.class)
                    .hasMessage("The environment live is LIVE and its name was not typed: nothing was started.");
        }
        LiveStart.ask(live, secrets(), new Typed(false, "live", PASSPHRASE)).require(live);
    }

    @Test
    void aStackThatIsStartedByAProgramIsRefusedAsWell() throws IOException {
        Deployment live = live();

        assertThatThrownBy(() -> LiveStart.NONE.require(live)).hasMessageContaining("its name was not typed");
        assertThatThrownBy(() -> new LiveStart(Set.of("live"), Sealing.NONE).require(live))
                .hasMessageContaining("needs a Vault (--vault) or a passphrase");
        LiveStart.NONE.require(Deployment.paper(List.of("paper")));
    }

    @Test
    void aNewPassphraseIsTypedTwiceAndLongEnough() throws IOException {
        Deployment live = live();

        assertThatThrownBy(() -> LiveStart.ask(live, secrets(), new Typed(true, "live", PASSPHRASE, "another one!")))
                .hasMessage("The two passphrases differ: nothing was started.");
        assertThatThrownBy(() -> LiveStart.ask(live, secrets(), new Typed(false, "live", "short")))
                .hasMessageContaining("at least 12 characters");
        assertThat(LiveStart.ask(live, secrets(), new Typed(true, "live", PASSPHRASE, PASSPHRASE))
                        .toString())
                .doesNotContain(PASSPHRASE);
    }

    @Test
    void whatTheStandInKeepsIsOpenedByItsPassphraseOnly() throws IOException {
        LiveStart first = LiveStart.ask(live(), secrets(), new Typed(false, "live", PASSPHRASE));
        first.open(secrets(), List.of("practice")).rotate("live", "mx0livekey", "livesecret", Instant.EPOCH);

        for (String name : List.of("vault.sealed", "roles.json")) {
            assertThat(Files.readString(secrets().resolve(name)))
                    .doesNotContain("mx0livekey", "livesecret", "trader", "firstfill");
        }
        assertThat(secrets().resolve("vault.json")).doesNotExist();
        LiveStart again = LiveStart.ask(live(), secrets(), new Typed(true, "live", PASSPHRASE));
        assertThat(again.open(secrets(), List.of()).credentials("live").getString("secret-key"))
                .isEqualTo("livesecret");
        LiveStart other = LiveStart.ask(live(), secrets(), new Typed(true, "live", "wrong horse battery"));
        assertThatThrownBy(() -> other.open(secrets(), List.of()))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("passphrase is wrong");
    }

    @Test
    void deployUpSaysOneLineAndStartsNothing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int code = Launcher.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new Typed(false, "paper"),
                "--environments",
                file().toString(),
                "--state",
                directory.resolve("state").toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("The environment live is LIVE and its name was not typed: nothing was started.");
        assertThat(directory.resolve("state")).doesNotExist();
    }

    private Path secrets() throws IOException {
        return Files.createDirectories(directory.resolve("secrets"));
    }

    private Deployment live() throws IOException {
        return StackOptions.parse(directory, "--environments", file().toString())
                .deployment();
    }

    private Path file() throws IOException {
        return Files.writeString(directory.resolve("environments.yaml"), """
                environments:
                  live:
                    mode: LIVE
                    rest-uri: https://api.mexc.com
                    web-uri: https://www.mexc.com
                    vault-path: firstfill/live/mexc
                    ceilings: {quote-amount: 5, spend: 10, trades-per-hour: 1}
                """);
    }
}
