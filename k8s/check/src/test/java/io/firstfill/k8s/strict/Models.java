package io.firstfill.k8s.strict;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.firstfill.k8s.render.Manifest;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each kind of object is held to: a Java model of its makers, or a schema of the fields that are used here. */
final class Models {
    private static final Map<String, Class<?>> JAVA = java();

    private Models() {}

    /** Returns the first fault of an object, beginning with its path; empty for one that is right. */
    static Optional<String> fault(Manifest manifest) {
        Class<?> model = JAVA.get(kind(manifest));
        return model == null ? Schemas.fault(manifest) : StrictMapper.fault(manifest.json(), model);
    }

    /** Group and kind with the version: {@code apps/v1/Deployment}. */
    static String kind(Manifest manifest) {
        return manifest.apiVersion() + "/" + manifest.kind();
    }

    private static Map<String, Class<?>> java() {
        Map<String, Class<?>> models = new HashMap<>(Map.of(
                "v1/ConfigMap", ConfigMap.class,
                "v1/Namespace", Namespace.class,
                "v1/Service", Service.class,
                "v1/ServiceAccount", ServiceAccount.class,
                "apps/v1/Deployment", Deployment.class,
                "apps/v1/StatefulSet", StatefulSet.class,
                "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
                "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
                "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class));
        models.putAll(Map.of(
                "gateway.networking.k8s.io/v1/GatewayClass", GatewayClass.class,
                "gateway.networking.k8s.io/v1/Gateway", Gateway.class,
                "gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class,
                "monitoring.coreos.com/v1/PodMonitor", PodMonitor.class,
                "monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class,
                "kafka.strimzi.io/v1beta2/Kafka", Kafka.class,
                "kafka.strimzi.io/v1beta2/KafkaNodePool", KafkaNodePool.class,
                "kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class,
                "kafka.strimzi.io/v1beta2/KafkaUser", KafkaUser.class));
        models.putAll(Map.of(
                "batch/v1/CronJob", CronJob.class,
                "rbac.authorization.k8s.io/v1/Role", Role.class,
                "rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class));
        return Map.copyOf(models);
    }
}
