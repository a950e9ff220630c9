package org.tocsin.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Malformed;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.VerifierKey;
import org.tocsin.seal.TrustedKeys;

/** {@code bin/verify}: says of each statement whether it is proved, and ends with 0 only when all are. */
public final class Verify {

    private static final int NOT_PROVED = 1;
    private static final int WRONG_USE = 2;

    private static final String HELP = """
            bin/verify --log URL [--key VKEY] [--since CHECKPOINT-FILE] [--keep CHECKPOINT-FILE] [--witness VKEY]...
                    [--token-file FILE] [--cert PEM-FILE --cert-key PEM-FILE] [--ca PEM-FILE]
                reads a whole audit log, such as https://tocsin.example/audit/log, and rebuilds its tree
                --key         the log's verifier key, learnt from somebody else than the log; without it, it asks the log; more than once after a change of keys
                --since       a checkpoint kept earlier: the log must begin with what it was then
                --keep        where to write the checkpoint when all was proved, for the next --since
                --witness     the verifier key of a witness that must have cosigned; may be given more than once
                --token-file  a file with a bearer token, for a log that is not public
                --cert        a client certificate, to which the token may be bound, with those between it and its authority; --cert-key is its key
                --ca          certificates of the authorities that the server's may come from, instead of those that Java trusts
            bin/verify FILE --key VKEY [--witness VKEY]... [--tsa CERTIFICATE-FILE] [--receipt-keys JWKS-FILE] [--destination-keys JWKS-FILE]
                checks a file of evidence, or a proof that was given for a report, and asks nobody
                --tsa               certificates (PEM) of a time-stamping authority whose time stamp is in the file
                --receipt-keys      the keys with which the instance signs receipts (/.well-known/tocsin-keys.json), learnt from somebody else
                --destination-keys  the same of those to whom the report was sent
            Ends with 0 when everything is proved, 1 when something is not, 2 when it was not asked rightly.
            """;

    private static final List<String> NAMED_ONCE = List.of("--log", "--since", "--keep", "--token-file", "--cert", "--cert-key", "--ca", "--tsa", "--receipt-keys", "--destination-keys");

    private final PrintStream out;
    private final Map<String, String> options = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private final List<VerifierKey> keys = new ArrayList<>();
    private final List<VerifierKey> witnesses = new ArrayList<>();

    private Verify(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** @return what the program ends with */
    public static int run(String[] arguments, PrintStream out) {
        try {
            return new Verify(out).understand(arguments).verify();
        } catch (IOException e) {
            out.println("Cannot read or write " + e.getMessage());
            return WRONG_USE;
        } catch (Malformed e) {
            out.println("NOT PROVED: " + e.getMessage());
            return NOT_PROVED;
        } catch (IllegalArgumentException e) {
            out.print(HELP);
            return WRONG_USE;
        }
    }

    private Verify understand(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                files.add(arguments[i]);
            } else if (i + 1 < arguments.length && arguments[i].equals("--witness")) {
                witnesses.add(VerifierKey.parse(arguments[++i]));
            } else if (i + 1 < arguments.length && arguments[i].equals("--key")) {
                keys.add(VerifierKey.parse(arguments[++i]));
            } else if (i + 1 < arguments.length && NAMED_ONCE.contains(arguments[i])) {
                options.put(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i]);
            }
        }
        if (files.size() + (options.containsKey("--log") ? 1 : 0) != 1) {
            throw new IllegalArgumentException("one log or one file");
        }
        if (options.containsKey("--cert") != options.containsKey("--cert-key")) {
            throw new IllegalArgumentException("a certificate and its key");
        }
        return this;
    }

    private int verify() throws IOException {
        return options.containsKey("--log") ? verifyLog() : verifyFile(Path.of(files.get(0)));
    }

    private int verifyLog() throws IOException {
        Optional<String> token = file("--token-file").isPresent() ? Optional.of(Files.readString(file("--token-file").get()).strip()) : Optional.empty();
        HttpLog log = new HttpLog(options.get("--log"), token, PemFiles.tls(file("--ca"),
                file("--cert").map(certificate -> new PemFiles.Identity(certificate, Path.of(options.get("--cert-key"))))));
        List<VerifierKey> keys = keys().orElseGet(() -> {
            List<VerifierKey> said = new String(log.get("key"), StandardCharsets.UTF_8).lines().map(VerifierKey::parse).toList();
            out.println("note: the key is the one that the log says it has, " + said + "; compare it with what you were told otherwise");
            return said;
        });
        // Before the newest one, so that it cannot be newer than that.
        Optional<byte[]> cosigned = witnesses.isEmpty() ? Optional.empty() : Optional.of(cosigned(log));
        byte[] checkpoint = log.get("checkpoint");
        Cosigned.others(Note.parse(checkpoint), Stream.concat(keys.stream(), witnesses.stream()).toList(), out::println);
        log.expect(Checkpoint.parse(Note.parse(checkpoint).text()).size());
        Optional<byte[]> since = file("--since").isPresent() ? Optional.of(Files.readAllBytes(file("--since").get())) : Optional.empty();
        int result = say(new LogVerification(log, keys).verify(checkpoint, since, cosigned, witnesses));
        if (result == 0 && file("--keep").isPresent()) {
            Files.write(file("--keep").get(), checkpoint);
        }
        return result;
    }

    /** Other people's logs have the cosignatures on the one checkpoint that they serve. */
    private static byte[] cosigned(HttpLog log) {
        try {
            return log.get("checkpoint/cosigned");
        } catch (Malformed notThere) {
            return log.get("checkpoint");
        }
    }

    private int verifyFile(Path file) throws IOException {
        List<X509Certificate> authorities = file("--tsa").isPresent() ? PemFiles.certificates(file("--tsa").get()) : List.of();
        Trusted trusted = new Trusted(keys(), witnesses, authorities, keySet("--receipt-keys"), keySet("--destination-keys"));
        return say(EvidenceFile.verify(Files.readAllBytes(file), trusted, out::println));
    }

    private Optional<List<VerifierKey>> keys() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    private Optional<TrustedKeys> keySet(String option) throws IOException {
        return file(option).isPresent() ? Optional.of(TrustedKeys.of(Files.readString(file(option).get()))) : Optional.empty();
    }

    private Optional<Path> file(String option) {
        return Optional.ofNullable(options.get(option)).map(Path::of);
    }

    private int say(List<Finding> findings) {
        findings.forEach(out::println);
        return !findings.isEmpty() && findings.stream().allMatch(Finding::isProved) ? 0 : NOT_PROVED;
    }
}
