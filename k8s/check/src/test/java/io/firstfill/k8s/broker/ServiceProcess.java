package io.firstfill.k8s.broker;

import com.fasterxml.jackson.databind.JsonNode;
import io.firstfill.k8s.render.Manifest;
import io.firstfill.k8s.render.Overlay;
import io.firstfill.k8s.render.Project;
import io.firstfill.testkit.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A built service as a process, with the variables and the flags of its pod; only addresses and files are others. */
final class ServiceProcess implements AutoCloseable {
    private final String name;
    private final Path log;
    private final int port = FreePort.next();
    private final Process process;

    /**
     * @param files what is mounted in the pod, by its path there
     * @param others variables that name what does not exist here
     */
    ServiceProcess(String name, Path directory, Map<String, Path> files, Map<String, String> others)
            throws IOException {
        this.name = name;
        this.log = directory.resolve(name + ".log");
        Path jar = Project.ROOT.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(name + " is not built: mvnw package makes " + jar);
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(variables(name, files));
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().putAll(others);
        this.process = builder.start();
    }

    private static Map<String, String> variables(String name, Map<String, Path> files) {
        Manifest workload = Overlay.LOCAL
                .workloads()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        Map<String, String> variables = new HashMap<>();
        workload.environment().forEach((variable, node) -> variables.put(variable, value(name, node, files)));
        return variables;
    }

    private static String value(String name, JsonNode variable, Map<String, Path> files) {
        if (variable.at("/valueFrom/fieldRef").isObject()) {
            return name + "-0";
        }
        if (variable.at("/valueFrom/secretKeyRef").isObject()) {
            return Certificates.PASSWORD;
        }
        JsonNode key = variable.at("/valueFrom/configMapKeyRef/key");
        if (key.isTextual()) {
            return Overlay.LOCAL
                    .configMap("firstfill-site")
                    .at("data")
                    .path(key.asText())
                    .asText();
        }
        String value = variable.path("value").asText();
        return files.containsKey(value) ? String.valueOf(files.get(value)) : value;
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> refusals() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.matches(".*(AuthorizationException|[Nn]ot authorized|SslException|"
                            + "SSLHandshake|Unrecognized configuration key \"kafka).*"))
                    .toList();
        }
    }

    /** @return whether the process ended by itself within the time */
    boolean stop(Duration grace) throws InterruptedException {
        process.destroy();
        return process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
