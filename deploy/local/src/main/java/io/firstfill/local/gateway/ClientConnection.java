package io.firstfill.local.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a caller, seen before the HTTP decoder. Ends a head that takes too long, and ends a connection with
 * an answer: the answer is written, the sending side closed, and what the caller still sends is thrown away for a
 * moment, because a connection that is closed with unread bytes is reset, and a reset can overtake the answer.
 *
 * <p>Every method runs on the connection's event loop.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter {
    private final GatewayRules.Timeouts timeouts;
    /** Makes the bytes of an answer to a request that could not be read. */
    private final Function<Problem, byte[]> anonymousAnswer;

    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> deadline;
    private boolean betweenRequests = true;
    private boolean headBegan;
    private boolean refused;

    private ClientConnection(GatewayRules.Timeouts timeouts, Function<Problem, byte[]> anonymousAnswer) {
        this.timeouts = timeouts;
        this.anonymousAnswer = anonymousAnswer;
    }

    /** Puts a new one, and a strict decoder, into the pipeline of a connection that has read nothing yet. */
    static void install(
            HttpConnection connection,
            HttpServerOptions options,
            GatewayRules.Timeouts timeouts,
            Function<Problem, byte[]> anonymousAnswer) {
        ChannelPipeline pipeline = pipeline(connection);
        ClientConnection installed = new ClientConnection(timeouts, anonymousAnswer);
        StrictRequestDecoder decoder = new StrictRequestDecoder(
                options, () -> installed.refuse(Problem.of(400, "The body of the request is not valid HTTP/1.1")));
        pipeline.replace("httpDecoder", "httpDecoder", decoder);
        pipeline.addFirst("firstfill", installed);
    }

    static ClientConnection of(HttpConnection connection) {
        return pipeline(connection).get(ClientConnection.class);
    }

    private static ChannelPipeline pipeline(HttpConnection connection) {
        return ((Http1xServerConnection) connection).channelHandlerContext().pipeline();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        awaitHead();
    }

    @Override
    public void channelRead(ChannelHandlerContext read, Object bytes) {
        if (refused) {
            ReferenceCountUtil.release(bytes);
            return;
        }
        if (betweenRequests && !headBegan) {
            headBegan = true;
            awaitHead();
        }
        read.fireChannelRead(bytes);
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        cancelDeadline();
        inactive.fireChannelInactive();
    }

    /** The head of a request is complete. */
    void requestBegan() {
        cancelDeadline();
        betweenRequests = false;
        headBegan = false;
    }

    /** The request is answered; the next may come. */
    void requestEnded() {
        betweenRequests = true;
    }

    /** Ends the connection with the answer, which is everything that is sent from now on. */
    void refuse(byte[] answer) {
        if (refused || context == null) {
            return;
        }
        refused = true;
        cancelDeadline();
        ChannelHandlerContext current = context;
        // A body that nobody read may have stopped the reading.
        current.channel().config().setAutoRead(true);
        var _ = current.writeAndFlush(Unpooled.wrappedBuffer(answer)).addListener((ChannelFutureListener) written -> {
            if (current.channel() instanceof SocketChannel socket) {
                var _ = socket.shutdownOutput();
            }
        });
        var _ = schedule(current, timeouts.linger(), () -> close(current));
    }

    private void refuse(Problem problem) {
        refuse(anonymousAnswer.apply(problem));
    }

    private void awaitHead() {
        cancelDeadline();
        if (context != null) {
            deadline = schedule(context, timeouts.head(), this::headIsLate);
        }
    }

    private void headIsLate() {
        if (headBegan) {
            refuse(Problem.of(408, "The head of the request did not arrive in time"));
        } else if (context != null) {
            close(context);
        }
    }

    private static void close(ChannelHandlerContext context) {
        var _ = context.close();
    }

    private void cancelDeadline() {
        if (deadline != null) {
            var _ = deadline.cancel(false);
            deadline = null;
        }
    }

    private static Future<?> schedule(ChannelHandlerContext context, Duration delay, Runnable task) {
        return context.executor().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
