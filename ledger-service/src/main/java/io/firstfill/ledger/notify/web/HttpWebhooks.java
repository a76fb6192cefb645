package io.firstfill.ledger.notify.web;

import io.firstfill.ledger.notify.DeliveryFailedException;
import io.firstfill.ledger.notify.Notification;
import io.firstfill.ledger.notify.NotificationSettings;
import io.firstfill.ledger.notify.NotificationTarget;
import io.firstfill.ledger.notify.Webhooks;
import io.firstfill.ledger.notify.request.ReachableAddresses;
import io.firstfill.ledger.notify.request.TargetSecret;
import io.firstfill.ledger.notify.request.TargetSecrets;
import io.firstfill.ledger.notify.request.WebhookRequest;
import io.firstfill.service.guard.PeerGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts notifications by HTTP. A name is resolved once and the connection goes to the address that was checked, so that
 * a second look-up cannot lead elsewhere. A redirect is an answer like any other, and no answer's body is read.
 */
@ApplicationScoped
class HttpWebhooks implements Webhooks {
    private static final int CONNECT_TIMEOUT = 3000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HttpClient client;
    private final TargetSecrets secrets;
    private final NotificationSettings settings;
    private final ResolvedAddresses addresses;
    private final InstantSource clock;
    private final Map<String, PeerGuard> guards = new ConcurrentHashMap<>();

    HttpWebhooks(Vertx vertx, TargetSecrets secrets, NotificationSettings settings, InstantSource clock) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(false).setConnectTimeout(CONNECT_TIMEOUT));
        this.secrets = secrets;
        this.settings = settings;
        this.addresses = new ResolvedAddresses(new ReachableAddresses(settings.loopbackAllowed()));
        this.clock = clock;
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public Uni<Integer> send(NotificationTarget target, Notification notification) {
        return guards.computeIfAbsent(target.label(), this::guard)
                .call(() -> secrets.of(target).chain(secret -> send(target, secret, notification)))
                .onFailure(failure -> !(failure instanceof DeliveryFailedException))
                .transform(this::described);
    }

    private PeerGuard guard(String label) {
        return new PeerGuard("notify " + label, settings.timeout(), settings.guard());
    }

    private Uni<Integer> send(NotificationTarget target, TargetSecret secret, Notification notification) {
        WebhookRequest request = WebhookRequest.of(target.format(), secret, notification, clock.instant());
        return addresses.of(request.url()).chain(address -> post(request, address));
    }

    private Uni<Integer> post(WebhookRequest request, InetAddress address) {
        return Uni.createFrom()
                .completionStage(() -> client.request(options(request.url(), address))
                        .compose(call -> sent(call, request))
                        .map(HttpWebhooks::status)
                        .toCompletionStage());
    }

    private RequestOptions options(URI url, InetAddress address) {
        boolean ssl = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : ssl ? HTTPS : HTTP;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(path + query)
                .setFollowRedirects(false)
                .setTimeout(settings.timeout().toMillis());
    }

    private static Future<HttpClientResponse> sent(HttpClientRequest call, WebhookRequest request) {
        call.putHeader("Content-Type", "application/json; charset=utf-8").putHeader("User-Agent", "firstfill");
        request.headers().forEach(call::putHeader);
        return call.send(Buffer.buffer(request.body()));
    }

    /** Ends the connection with the status: what a receiver says beyond it is of no use, and may be without end. */
    private static Integer status(HttpClientResponse answer) {
        int status = answer.statusCode();
        Duration asked = retryAfter(answer.getHeader("Retry-After"));
        answer.request().reset();
        if (status / 100 != 2) {
            throw DeliveryFailedException.answered(status, asked);
        }
        return status;
    }

    private static Duration retryAfter(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(header))
                : Duration.ZERO;
    }

    /** The text of a failure may hold the address, which is a secret: its kind is all that is told. */
    private DeliveryFailedException described(Throwable failure) {
        if (PeerGuard.isNotAsked(failure)) {
            return DeliveryFailedException.notAttempted(settings.guard().openFor());
        }
        return DeliveryFailedException.of(
                failure instanceof TimeoutException
                        ? "no answer in time"
                        : "it cannot be reached: " + failure.getClass().getSimpleName());
    }
}
