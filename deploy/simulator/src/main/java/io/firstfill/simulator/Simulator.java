package io.firstfill.simulator;

import io.firstfill.simulator.control.ControlServer;
import io.firstfill.simulator.exchange.Exchange;
import io.firstfill.simulator.fault.FaultRules;
import io.firstfill.simulator.rest.ArrivalLog;
import io.firstfill.simulator.rest.MexcServer;
import io.firstfill.simulator.stream.StreamServer;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running simulator with its two ports. Several may run in one JVM; each has one event loop of its own, which owns
 * all its state.
 */
public final class Simulator implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final long HEARTBEAT_MILLIS = 5;

    private final Vertx vertx;
    private final int mexcPort;
    private final int controlPort;

    private Simulator(Vertx vertx, int mexcPort, int controlPort) {
        this.vertx = vertx;
        this.mexcPort = mexcPort;
        this.controlPort = controlPort;
    }

    /**
     * Starts a simulator and returns once both of its ports listen.
     *
     * @throws PortTakenException when a port is not free
     */
    public static Simulator start(SimulatorOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        Context loop = vertx.getOrCreateContext();
        Promise<Simulator> started = Promise.promise();
        loop.runOnContext(ignored -> boot(vertx, options).onComplete(started));
        try {
            return await(started.future());
        } catch (RuntimeException failed) {
            vertx.close();
            throw failed;
        }
    }

    public int mexcPort() {
        return mexcPort;
    }

    public int controlPort() {
        return controlPort;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static Future<Simulator> boot(Vertx vertx, SimulatorOptions options) {
        Exchange exchange = new Exchange(options.clock(), options.seed(), options.behaviour());
        FaultRules faults = new FaultRules();
        ArrivalLog arrivals = new ArrivalLog(exchange.listings(), exchange.clock());
        MexcServer mexc = new MexcServer(vertx, exchange, faults, arrivals);
        StreamServer streams = new StreamServer(vertx, exchange, faults, new SplittableRandom(~options.seed()));
        ControlServer control = new ControlServer(vertx, exchange, faults, arrivals, mexc, streams);
        vertx.setPeriodic(HEARTBEAT_MILLIS, timer -> exchange.advance());
        return listen(vertx, mexcServer(options), mexcHandler(mexc, streams))
                .compose(mexcPort -> listen(vertx, server(options.host(), options.controlPort()), control.router())
                        .map(controlPort -> new Simulator(vertx, mexcPort, controlPort)));
    }

    private static Handler<HttpServerRequest> mexcHandler(MexcServer mexc, StreamServer streams) {
        return request -> {
            if (streams.accepts(request)) {
                streams.connect(request);
            } else {
                mexc.handle(request);
            }
        };
    }

    private static HttpServerOptions server(String host, int port) {
        return new HttpServerOptions().setHost(host).setPort(port);
    }

    /** HTTP/1.1 on TLS as without: the certificate is the only difference. */
    private static HttpServerOptions mexcServer(SimulatorOptions options) {
        HttpServerOptions server = server(options.host(), options.mexcPort());
        Path certificate = options.certificate();
        if (certificate != null) {
            server.setSsl(true)
                    .setKeyCertOptions(new PfxOptions()
                            .setPath(certificate.toString())
                            .setPassword("rehearsal")
                            .setAlias("exchange"));
        }
        return server;
    }

    private static Future<Integer> listen(Vertx vertx, HttpServerOptions options, Handler<HttpServerRequest> handler) {
        return vertx.createHttpServer(options)
                .requestHandler(handler)
                .listen()
                .map(HttpServer::actualPort)
                .recover(failure -> Future.failedFuture(
                        failure instanceof BindException
                                ? new PortTakenException(options.getHost(), options.getPort(), failure)
                                : failure));
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the simulator failed", failed.getCause());
        } catch (TimeoutException late) {
            throw new IllegalStateException("the simulator did not answer within " + START_LIMIT, late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
