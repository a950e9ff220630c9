package org.tocsin.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides where webhooks may go. We call what a user names, from within our own network: without this, a webhook
 * would be a way to whatever only we can reach.
 */
@ApplicationScoped
class Whereto {

    static final String ONLY_PUBLIC = "The host's address is not one of the open Internet, and not one that is allowed here.";

    private final List<Network> allowed;

    Whereto(WebhookConfig config) {
        allowed = config.allowedNetworks().map(written -> written.split(",")).stream().flatMap(Stream::of).map(Network::of).toList();
    }

    /** @return what is wrong with the address, as far as that can be seen without sending; empty when nothing is */
    Optional<String> fault(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException notOne) {
            return Optional.of("This is not a URL (RFC 3986).");
        }
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("A URL with a host is needed, without user name and without fragment: https://soc.example.org/tocsin.");
        }
        boolean plain = "http".equalsIgnoreCase(uri.getScheme());
        if (!plain && !"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("The URL must begin with https://.");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65535) {
            return Optional.of("There is no such port.");
        }
        try {
            addresses(uri);
            return Optional.empty();
        } catch (UnknownHostException unknownForNow) {
            // Names may come later; it is looked up again whenever something is sent. Plain HTTP goes to known places only.
            return plain ? Optional.of("The URL must begin with https://.") : Optional.empty();
        } catch (NotThere refused) {
            return Optional.of(refused.getMessage());
        }
    }

    /**
     * Looks the host up. The connection must go to one of these addresses, not to the name: a name can mean
     * something else a moment later.
     *
     * @throws NotThere when one of them is not allowed
     */
    List<InetAddress> addresses(URI url) throws UnknownHostException {
        List<InetAddress> found = Arrays.asList(InetAddress.getAllByName(host(url)));
        boolean known = found.stream().allMatch(this::isAllowed);
        if (!known && !found.stream().allMatch(address -> isAllowed(address) || Network.isPublic(address))) {
            throw new NotThere(ONLY_PUBLIC);
        }
        if (!known && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new NotThere("The URL must begin with https://.");
        }
        return found;
    }

    static String host(URI url) {
        return url.getHost().replaceAll("[\\[\\]]", "");
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.holds(address));
    }

    static final class NotThere extends RuntimeException {

        NotThere(String message) {
            super(message, null, false, false);
        }
    }
}
