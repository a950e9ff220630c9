package org.tocsin.local;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of the demo: it issues for servers on this machine and for clients. */
record Authority(X509Certificate certificate, PrivateKey key) {

    private static final Duration LIFE_OF_AUTHORITY = Duration.ofDays(3650);
    private static final Duration LIFE_OF_CERTIFICATE = Duration.ofDays(397);
    /** Two clocks on one network differ; a certificate made just now should be valid on both. */
    private static final Duration BACKDATED = Duration.ofHours(1);
    private static final GeneralNames THIS_MACHINE = new GeneralNames(new GeneralName[] {
        new GeneralName(GeneralName.dNSName, "localhost"),
        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
        new GeneralName(GeneralName.iPAddress, "::1")});

    /** Reads the authority from its two files, or makes it. */
    static Authority at(Path certificate, Path key, String name) {
        if (!Files.exists(certificate) || !Files.exists(key)) {
            KeyPair pair = keyPair();
            Authority made = new Authority(selfSigned(name, pair), pair.getPrivate());
            Pem.write(key, made.key());
            Pem.write(certificate, made.certificate());
        }
        return new Authority(Pem.certificate(certificate), Pem.ecKey(key));
    }

    X509Certificate forServer(String name, PublicKey subject) {
        return issue(name, subject, KeyPurposeId.id_kp_serverAuth, THIS_MACHINE);
    }

    X509Certificate forClient(String name, PublicKey subject) {
        return issue(name, subject, KeyPurposeId.id_kp_clientAuth, new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
    }

    static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate selfSigned(String name, KeyPair pair) {
        X500Name itself = new X500Name("CN=" + name);
        try {
            JcaX509v3CertificateBuilder builder = builder(itself, itself, pair.getPublic(), LIFE_OF_AUTHORITY);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, pair.getPrivate());
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Could not make the authority " + name, e);
        }
    }

    private X509Certificate issue(String name, PublicKey subject, KeyPurposeId purpose, GeneralNames names) {
        X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        try {
            JcaX509v3CertificateBuilder builder = builder(issuer, new X500Name("CN=" + name), subject, LIFE_OF_CERTIFICATE);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, names);
            builder.addExtension(Extension.authorityKeyIdentifier, false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            return signed(builder, key);
        } catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Could not issue for " + name, e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key, Duration life)
            throws CertIOException, GeneralSecurityException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(BACKDATED)), Date.from(now.plus(life)), subject, key);
        builder.addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }
}
