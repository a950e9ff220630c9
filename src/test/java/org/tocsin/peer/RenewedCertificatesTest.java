package org.tocsin.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestStack;

/** A certificate that was renewed on disk is shown to whoever connects from then on. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(RenewedCertificates.class)
class RenewedCertificatesTest {

    /** Nothing while the service changes it: who connects in that moment is cut off and comes again. */
    private static Optional<BigInteger> shown() {
        try (SSLSocket socket = (SSLSocket) whateverIsShown().getSocketFactory().createSocket("localhost",
                ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class))) {
            socket.startHandshake();
            return Optional.of(((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber());
        } catch (IOException cutOff) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext whateverIsShown() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {
                // nobody is asked
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {
                // what is shown is looked at, and not trusted
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }}, null);
        return context;
    }

    @Test
    void theServiceShowsTheCertificateThatIsInTheFileNow() {
        // Given
        BigInteger before = shown().orElseThrow();

        // When
        RenewedCertificates.put(TestStack.certificates().gateway());

        // Then
        Await.until("another certificate is shown", () -> shown().filter(now -> !now.equals(before)).isPresent());
        assertThat(shown()).isNotEqualTo(Optional.of(before));
    }
}
