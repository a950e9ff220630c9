package org.tocsin.web.overload;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * Counts connections as they are accepted. Beyond the limits, a new one is closed before anything is read from it; those that are
 * let in are watched. Vert.x has no place to refuse a connection by its address, so this stands in front of it, in the pipelines
 * of the listening sockets.
 */
@ApplicationScoped
class ConnectionGate {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Proxies proxies;
    private final Shares connections;
    private final Shares unread;
    private final ConnectionWatch.Patience patience;

    ConnectionGate(Vertx vertx, OverloadConfig config, Proxies proxies) {
        this.vertx = vertx;
        this.proxies = proxies;
        OverloadConfig.Connections limits = config.connections();
        connections = new Shares(limits.total(), limits.perAddress());
        unread = new Shares(limits.unread().asLongValue(), limits.unreadPerAddress().asLongValue());
        patience = new ConnectionWatch.Patience(limits.headTimeout(), limits.idleTimeout(),
                config.transfers().minimumRate().asLongValue(), config.transfers().window(), LOOK);
    }

    void plain(@ObservesAsync HttpServerStart started) {
        stand(started.options().getPort());
    }

    void tls(@ObservesAsync HttpsServerStart started) {
        stand(started.options().getPort());
    }

    private void stand(int port) {
        for (EventExecutor executor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
            SingleThreadEventLoop loop = (SingleThreadEventLoop) executor;
            loop.execute(() -> {
                for (Iterator<Channel> channels = loop.registeredChannelsIterator(); channels.hasNext(); ) {
                    Channel channel = channels.next();
                    if (channel instanceof ServerChannel && channel.localAddress() instanceof InetSocketAddress at && at.getPort() == port
                            && channel.pipeline().get(Accepting.class) == null) {
                        channel.pipeline().addFirst(new Accepting());
                    }
                }
            });
        }
    }

    /** What a listening socket reads is connections. */
    @ChannelHandler.Sharable
    private final class Accepting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            Channel accepted = (Channel) message;
            List<String> owners = owners(accepted);
            if (!connections.take(1, owners)) {
                accepted.unsafe().closeForcibly();
                return;
            }
            accepted.closeFuture().addListener(closed -> connections.give(1, owners));
            new ConnectionWatch(patience, unread, owners).attach(accepted);
            context.fireChannelRead(accepted);
        }

        /** A proxy's connections are many clients'; it limits theirs itself. */
        private List<String> owners(Channel accepted) {
            InetSocketAddress from = (InetSocketAddress) accepted.remoteAddress();
            return from == null || proxies.trusts(from) ? List.of() : List.of(Origins.of(from.getAddress().getHostAddress()));
        }
    }
}
