package org.tocsin.audit.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Merkle;

/** Checks a token of a time-stamping authority (RFC 3161) over the text of a checkpoint. */
public final class StampCheck {

    private StampCheck() {
    }

    /**
     * @param known the authority's certificates, learnt from somebody else than the token
     * @return when the authority says that the text was there
     * @throws Malformed why the token proves nothing
     */
    public static Instant check(byte[] token, String text, List<X509Certificate> known) {
        TimeStampToken stamp = read(token);
        if (!TSPAlgorithms.SHA256.equals(stamp.getTimeStampInfo().getMessageImprintAlgOID())
                || !Arrays.equals(stamp.getTimeStampInfo().getMessageImprintDigest(), digest(text))) {
            throw new Malformed("the time stamp is of something else");
        }
        if (known.stream().noneMatch(certificate -> isBy(stamp, certificate))) {
            throw new Malformed("the time stamp is not by the authority whose certificate was given");
        }
        return stamp.getTimeStampInfo().getGenTime().toInstant();
    }

    /** What is sent to the authority: it does not learn more. */
    public static byte[] digest(String text) {
        return Merkle.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TimeStampToken read(byte[] token) {
        try {
            return new TimeStampToken(new CMSSignedData(token));
        } catch (CMSException | TSPException | IOException e) {
            throw new Malformed("the time stamp is no token of RFC 3161");
        }
    }

    /** That the certificate is for time-stamping alone, was valid then, and its key has signed. */
    private static boolean isBy(TimeStampToken stamp, X509Certificate certificate) {
        try {
            stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            return true;
        } catch (TSPException | OperatorCreationException no) {
            return false;
        }
    }
}
