package io.firstfill.k8s.broker;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.contract.Topics;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.testkit.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker as the manifests describe it, alone: clients prove by a certificate who they are, and may do what the
 * KafkaUsers of the manifests allow.
 */
final class SecuredBroker implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final Certificates certificates;
    private final int port = FreePort.next();
    private final KafkaRaftServer server;

    SecuredBroker(Path data, Certificates certificates) throws Exception {
        this.certificates = certificates;
        try (PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .addDirectory(data.toString())
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .run();
        }
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings(data), false), Time.SYSTEM);
        server.startup();
        setUp();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Returns the settings of a client that has the certificate of that name. */
    Map<String, Object> client(String name) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers(),
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.authority().toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                certificates.keyStore(name).toString(),
                "ssl.keystore.password",
                Certificates.PASSWORD,
                "max.block.ms",
                "10000");
    }

    private Properties settings(Path data) {
        int controller = FreePort.next();
        Properties p = new Properties();
        p.putAll(client("broker"));
        p.remove("bootstrap.servers");
        p.remove("security.protocol");
        p.remove("max.block.ms");
        p.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "log.dirs",
                data.toString(),
                "listeners",
                "TLS://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controller,
                "advertised.listeners",
                "TLS://127.0.0.1:" + port,
                "listener.security.protocol.map",
                "TLS:SSL," + CONTROLLER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "TLS",
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "ssl.client.auth",
                "required"));
        p.putAll(Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // Anonymous is the broker itself, by the listener of the controller.
                "super.users", "User:CN=broker;User:ANONYMOUS",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "offsets.topic.num.partitions", "2",
                "transaction.state.log.num.partitions", "2"));
        overlay()
                .at("spec.kafka")
                .path("config")
                .properties()
                .forEach(setting -> p.put(setting.getKey(), setting.getValue().asText()));
        return p;
    }

    /** The one whose broker is alone. */
    private static Manifest overlay() {
        return Overlay.LOCAL.one("Kafka", "firstfill");
    }

    private void setUp() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(client("broker"))) {
            List<NewTopic> topics = Topics.all().stream()
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                    .toList();
            admin.createTopics(topics).all().get();
            admin.createAcls(acls()).all().get();
        }
    }

    private static Collection<AclBinding> acls() {
        List<AclBinding> acls = new ArrayList<>();
        Overlay.LOCAL
                .ofKind("KafkaUser")
                .forEach(user -> user.at("spec.authorization.acls")
                        .forEach(acl -> Manifest.texts(acl.path("operations"))
                                .forEach(operation -> acls.add(acl(user.name(), acl.path("resource"), operation)))));
        return acls;
    }

    private static AclBinding acl(String user, JsonNode resource, String operation) {
        ResourceType type = ResourceType.fromString(
                resource.path("type").asText().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        PatternType pattern =
                resource.path("patternType").asText().equals("prefix") ? PatternType.PREFIXED : PatternType.LITERAL;
        AclOperation allowed = AclOperation.fromString(
                operation.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        return new AclBinding(
                new ResourcePattern(type, resource.path("name").asText(), pattern),
                new AccessControlEntry("User:CN=" + user, "*", allowed, AclPermissionType.ALLOW));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
