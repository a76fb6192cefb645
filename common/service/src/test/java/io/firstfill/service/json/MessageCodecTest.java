package io.firstfill.service.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.Topics;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.credential.CredentialMissing;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.RecordPlace;
import io.firstfill.contract.value.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written can be read, records already written stay readable, and no reader meets what is too new. */
class MessageCodecTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
    private static final Meta META = Meta.first(MessageId.derivedFrom("codec"), NOW);
    private static final MessageCodec CODEC = MessageCodec.standard();

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "line\nbreak", "\u0085", "\ud800", "\udc00x", "x\ud800\ud800"})
    void aTextThatNotEveryReaderCouldTakeIsNotWritten(String text) {
        assertThatThrownBy(() -> CODEC.write(new CredentialMissing(META, PAPER, text)))
                .isInstanceOf(UnwritableMessageException.class);
        assertThatThrownBy(() -> CODEC.write(symbols(text))).isInstanceOf(UnwritableMessageException.class);
    }

    @Test
    void aTextOfPairedSurrogatesIsWrittenAndReadBack() throws UnreadableMessageException {
        Message message = new CredentialMissing(META, PAPER, "\ud83d\ude80 火箭");

        assertThat(CODEC.read(Topics.CREDENTIALS, CODEC.write(message))).isEqualTo(message);
    }

    static Stream<Instant> timesOutOfRange() {
        return Stream.of(
                Instant.MIN,
                Instant.MAX,
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("0000-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @MethodSource("timesOutOfRange")
    void aTimeOutsideTheYears1To9999IsNotWritten(Instant time) {
        assertThatThrownBy(() -> CODEC.write(startBefore(time))).isInstanceOf(UnwritableMessageException.class);
    }

    @Test
    void aRecordTooLargeForItsTopicIsNotWritten() {
        Message message = symbols(Collections.nCopies(100_000, "TOKEN123USDT").toArray(String[]::new));

        assertThatThrownBy(() -> CODEC.write(message))
                .isInstanceOf(UnwritableMessageException.class)
                .hasMessageContaining("exceeds");
    }

    @Test
    void recordsWrittenBeforeTheRulesStayReadable() throws UnreadableMessageException {
        String written = new String(CODEC.write(startBefore(NOW)), StandardCharsets.UTF_8);
        String old = written.replace("2026-11-28T08:00:00Z\",\"correlation", "+12026-11-28T08:00:00Z\",\"correlation");
        StartRun read = (StartRun) CODEC.read(Topics.COMMANDS, old.getBytes(StandardCharsets.UTF_8));
        assertThat(read.meta().occurredAt()).isEqualTo(RecordJson.LATEST);

        String missing = new String(CODEC.write(new CredentialMissing(META, PAPER, "pathhere")), StandardCharsets.UTF_8)
                .replace("pathhere", "a\\u0000b\\ud800" + "x".repeat(5_000));
        Message cleaned = CODEC.read(Topics.CREDENTIALS, missing.getBytes(StandardCharsets.UTF_8));
        assertThat(((CredentialMissing) cleaned).path())
                .startsWith("a\uFFFDb\uFFFDxxx")
                .hasSize(2_000);
        assertThat(CODEC.read(Topics.CREDENTIALS, CODEC.write(cleaned))).isEqualTo(cleaned);
    }

    @Test
    void aJsonNullIsNoMessage() {
        assertThatThrownBy(() -> CODEC.read(Topics.COMMANDS, "null".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Test
    void aTypeOfAHigherLevelIsWrittenOnlyAtThatLevel() {
        MessageCodec first = new MessageCodec(JsonSettings.mapper(), 1);
        Message newer = new AcknowledgeRecord(META, PAPER, Actor.of("ann"), RecordPlace.of("orders.v1-2@4711"), "seen");

        assertThat(first.mayWrite(AcknowledgeRecord.class)).isFalse();
        assertThatThrownBy(() -> first.write(newer)).isInstanceOf(UnwritableMessageException.class);
        assertThat(CODEC.write(newer)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(AlertKind.class)
    void aReaderOfLevel1MeetsOnlyConstantsOfLevel1(AlertKind kind) throws UnreadableMessageException {
        MessageCodec first = new MessageCodec(JsonSettings.mapper(), 1);
        AlertRaised alert = new AlertRaised(META, PAPER, kind, "subject", Severity.WARNING, "made up", null);

        AlertRaised read = (AlertRaised) CODEC.read(Topics.ALERTS, first.write(alert));
        AlertRaised latest = (AlertRaised) CODEC.read(Topics.ALERTS, CODEC.write(alert));

        assertThat(since(read.kind())).isEqualTo(1);
        assertThat(latest.kind()).isEqualTo(kind);
    }

    @Test
    void everyConstantAboveLevel1NamesAnOlderConstantOfItsType() {
        constants().forEach(constant -> {
            Since since = annotation(constant);
            if (since != null) {
                Enum<?> instead = Enum.valueOf(constant.getDeclaringClass(), since.instead());
                assertThat(since(instead)).as("%s", constant).isLessThan(since.value());
            }
        });
    }

    private static Stream<Enum<?>> constants() {
        return Arrays.stream(Family.values())
                .flatMap(family -> leaves(family.root()))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getType())
                .filter(Class::isEnum)
                .distinct()
                .flatMap(type -> Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant));
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses()).flatMap(c -> c.isSealed() ? leaves(c) : Stream.of(c));
    }

    private static int since(Enum<?> constant) {
        Since since = annotation(constant);
        return since == null ? 1 : since.value();
    }

    private static Since annotation(Enum<?> constant) {
        try {
            return constant.getDeclaringClass().getField(constant.name()).getAnnotation(Since.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static StartRun startBefore(Instant deadline) {
        var configuration = new ConfigurationRef(new ConfigurationId(new UUID(1, 2)), 1);
        return new StartRun(META, PAPER, Actor.of("ann"), new RunId(new UUID(1, 3)), configuration, deadline);
    }

    private static SymbolsSeen symbols(String... symbols) {
        return new SymbolsSeen(META, PAPER, List.of(symbols), NOW);
    }
}
