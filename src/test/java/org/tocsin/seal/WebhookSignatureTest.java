package org.tocsin.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    /** The example of the specification's own libraries. */
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @TempDir
    Path directory;

    @Test
    void theSpecificationsExampleComesOut() {
        assertThat(WebhookSignature.of(List.of(WebhookSignature.secret(SECRET)), ID, AT, BODY)).isEqualTo(SIGNATURE);
    }

    @Test
    void eachOfTwoSecretsSigns() {
        // Given
        byte[] other = WebhookSignature.newSecret();

        // When
        String both = WebhookSignature.of(List.of(other, WebhookSignature.secret(SECRET)), ID, AT, BODY);

        // Then
        assertThat(both.split(" ")).hasSize(2).endsWith(SIGNATURE).doesNotHaveDuplicates();
    }

    @Test
    void aSecretIsReadAsItIsWritten() {
        // Given
        byte[] secret = WebhookSignature.newSecret();

        // Then
        assertThat(WebhookSignature.secret(WebhookSignature.written(secret))).isEqualTo(secret).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> WebhookSignature.secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
    }

    /** The examples of docs/api.md are run as they stand there. */
    @ParameterizedTest
    @CsvSource({"python,python3,true", "python,python3,false", "sh,sh,true", "sh,sh,false"})
    void whatTheDocumentationSaysVerifies(String language, String program, boolean good) throws IOException, InterruptedException {
        // Given
        Path script = Files.writeString(directory.resolve("verify"), example(language));
        Path body = Files.write(directory.resolve("body.json"), good ? BODY : "{\"test\": 1}".getBytes(StandardCharsets.UTF_8));
        ProcessBuilder verify = new ProcessBuilder(program, script.toString())
                .redirectInput(body.toFile()).redirectError(directory.resolve("errors").toFile());
        verify.environment().put("SECRET", SECRET);
        verify.environment().put("ID", ID);
        verify.environment().put("TIMESTAMP", Long.toString(AT.getEpochSecond()));
        verify.environment().put("SIGNATURE", "v1,bm90IG91cnM= " + SIGNATURE);

        // When
        Process run = verify.start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(run.waitFor()).as(said + Files.readString(directory.resolve("errors"))).isEqualTo(good ? 0 : 1);
    }

    private static String example(String language) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(# verify.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "api.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
