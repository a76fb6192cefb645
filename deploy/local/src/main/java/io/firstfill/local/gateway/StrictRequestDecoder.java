package io.firstfill.local.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;
import java.util.Set;

/**
 * Reads requests as the standard has them. Where the decoder of Vert.x goes on by guessing, this one refuses: a body
 * with two ways to find its end (request smuggling), another version of HTTP. A body that cannot be read any further is
 * answered, instead of closing the connection without a word.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");

    private final Runnable unreadableBody;

    /** @param unreadableBody called when a body cannot be read to its end; answers and closes */
    StrictRequestDecoder(HttpServerOptions options, Runnable unreadableBody) {
        super(options);
        this.unreadableBody = unreadableBody;
    }

    @Override
    protected HttpMessage createMessage(String[] line) {
        if (!VERSIONS.contains(line[2])) {
            throw new IllegalArgumentException("not a request line");
        }
        return super.createMessage(line);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("Content-Length and Transfer-Encoding");
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
        super.decode(context, bytes, out);
        if (!out.isEmpty() && isUnreadableBody(out.getLast())) {
            out.removeLast();
            unreadableBody.run();
        }
    }

    private static boolean isUnreadableBody(Object read) {
        return read instanceof HttpContent content
                && !(read instanceof HttpRequest)
                && content.decoderResult().isFailure();
    }
}
