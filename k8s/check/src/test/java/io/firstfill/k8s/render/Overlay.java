package io.firstfill.k8s.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The installations that the manifests describe, rendered as {@code kubectl apply -k} would. */
public enum Overlay {
    LOCAL("local"),
    STAGING("staging"),
    TOKYO("tokyo"),
    /** Tokyo with the switch for real money, thrown as its comment says. */
    TOKYO_LIVE("tokyo");

    private static final Map<Overlay, List<Manifest>> RENDERED = new ConcurrentHashMap<>();
    private static final String SWITCH = "  - ../../components/live\n";

    private final String folder;

    Overlay(String folder) {
        this.folder = folder;
    }

    public List<Manifest> manifests() {
        return RENDERED.computeIfAbsent(this, Overlay::render);
    }

    public Stream<Manifest> ofKind(String kind) {
        return manifests().stream().filter(manifest -> manifest.kind().equals(kind));
    }

    public Stream<Manifest> workloads() {
        return manifests().stream().filter(Manifest::isWorkload);
    }

    /** Returns the templates of jobs that the cluster keeps for somebody or for the clock, beside the workloads. */
    public Stream<Manifest> jobs() {
        return ofKind("CronJob").map(cron -> new Manifest(cron.at("spec.jobTemplate")));
    }

    /** Returns the one object of that kind and name. */
    public Manifest one(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no " + kind + "/" + name));
    }

    /** Returns the ConfigMap whose name, without the hash of its content, is this. */
    public Manifest configMap(String name) {
        return ofKind("ConfigMap")
                .filter(manifest -> manifest.name().matches(name + "-[a-z0-9]{10}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no ConfigMap " + name));
    }

    /** Whether the installation is one that others than its owner's machine can reach. */
    public boolean isShared() {
        return this != LOCAL;
    }

    public boolean isLive() {
        return this == TOKYO_LIVE;
    }

    static List<Overlay> all() {
        return Arrays.asList(values());
    }

    private List<Manifest> render() {
        Path kustomization =
                isLive() ? switchedOn() : Project.K8S.resolve("overlays").resolve(folder);
        return Project.documents(Kubectl.get().kustomize(kustomization)).stream()
                .map(Manifest::new)
                .toList();
    }

    /** Returns a copy of the overlay with the line added, in a folder from which its paths lead to the same files. */
    private static Path switchedOn() {
        Path overlay = Project.K8S.resolve("overlays/tokyo");
        String text = (Project.text(overlay.resolve("kustomization.yaml")) + SWITCH)
                .replace("../../", "../../../")
                .replace("- site", "- ../../../overlays/tokyo/site")
                .replace("- zones", "- ../../../overlays/tokyo/zones");
        try {
            Path folder = Files.createDirectories(Project.K8S.resolve("check/target/tokyo-live"));
            Files.writeString(folder.resolve("kustomization.yaml"), text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
