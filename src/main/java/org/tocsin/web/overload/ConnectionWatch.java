package org.tocsin.web.overload;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches one connection from its first byte, and closes it when its client is too slow: with the head of a request, or in taking our
 * answer. It sits next to the socket, so it counts what is on the wire, below TLS. Its fields belong to the connection's event loop, but
 * for the count of requests.
 */
final class ConnectionWatch extends ChannelDuplexHandler {

    static final String NAME = "tocsin-connection-watch";
    private static final AttributeKey<ConnectionWatch> KEY = AttributeKey.valueOf(ConnectionWatch.class, "watch");

    /** How long a client may take. */
    record Patience(Duration head, Duration idle, long bytesPerSecond, Duration window, Duration look) {
    }

    private final Patience patience;
    private final Shares unread;
    private final List<String> owners;
    private final Pace pace;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile long quietSince = System.nanoTime();
    private volatile boolean served;
    private long looked;
    private long taken;
    private long takenBefore;

    ConnectionWatch(Patience patience, Shares unread, List<String> owners) {
        this.patience = patience;
        this.unread = unread;
        this.owners = owners;
        this.pace = new Pace(patience.bytesPerSecond(), patience.window());
    }

    static Optional<ConnectionWatch> of(Channel channel) {
        return Optional.ofNullable(channel.attr(KEY).get());
    }

    void attach(Channel channel) {
        channel.attr(KEY).set(this);
        channel.pipeline().addLast(NAME, this);
    }

    /** The head of a request is here. */
    void requestBegan() {
        requests.incrementAndGet();
    }

    void requestEnded() {
        quietSince = System.nanoTime();
        served = true;
        requests.decrementAndGet();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        quietSince = System.nanoTime();
        looked = quietSince;
        again(context);
        context.fireChannelActive();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        long size = size(message);
        if (!unread.take(size, owners)) {
            // So much of our answers lies here for clients that do not read: this one gets no more.
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            context.close();
            return;
        }
        ChannelPromise sent = promise.unvoid();
        sent.addListener(done -> {
            unread.give(size, owners);
            taken += size;
        });
        context.write(message, sent);
    }

    private void again(ChannelHandlerContext context) {
        context.executor().schedule(() -> look(context), patience.look().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (!context.channel().isOpen()) {
            return;
        }
        long now = System.nanoTime();
        if (isTooQuiet(now) || isTooSlow(context.channel().unsafe().outboundBuffer(), now)) {
            context.close();
        } else {
            looked = now;
            again(context);
        }
    }

    private boolean isTooQuiet(long now) {
        return requests.get() == 0 && now - quietSince > (served ? patience.idle() : patience.head()).toNanos();
    }

    private boolean isTooSlow(ChannelOutboundBuffer out, long now) {
        if (out == null || out.isEmpty()) {
            return false;
        }
        long so = taken + out.currentProgress();
        pace.moved(Math.max(0, so - takenBefore));
        takenBefore = so;
        return pace.waitedTooLong(now - looked);
    }

    /** Next to the socket there are only bytes, and parts of files, which lie in no memory. */
    private static long size(Object message) {
        return message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
    }
}
