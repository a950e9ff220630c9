package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.clients.Program;

/** The loop of docs/api.md, against a service that answers as a test says. */
class SendRecipeTest {

    private static final String IN_FLIGHT = "{\"type\":\"urn:tocsin:problem:in-flight\"}";

    @TempDir
    Path folder;
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
            int status = answers.get(Math.min(keys.size(), answers.size()) - 1);
            byte[] body = (status == 409 ? IN_FLIGHT : "{\"answer\":" + status + "}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 409})
    void whatPassesIsAskedAgainWithTheSameKey(int status) throws Exception {
        answers.addAll(List.of(status, status, 201));

        Program sent = send("the-key");

        assertThat(sent.status()).as(sent.said()).isZero();
        assertThat(sent.said()).isEqualTo("{\"answer\":201}");
        assertThat(keys).containsExactly("the-key", "the-key", "the-key");
        assertThat(Files.readAllLines(folder.resolve("slept"))).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 412, 413, 415, 422})
    void whatARepeatCannotCureIsAskedOnce(int status) throws Exception {
        answers.add(status);

        Program sent = send("the-key");

        assertThat(sent.status()).isNotZero();
        assertThat(sent.said()).contains("status " + status, "{\"answer\":" + status + "}");
        assertThat(keys).hasSize(1);
    }

    @Test
    void whoeverDoesNotAnswerIsGivenUpLoudlyInTheEnd() throws Exception {
        service.stop(0);

        Program sent = send("the-key");

        assertThat(sent.status()).isNotZero();
        assertThat(sent.said()).contains("Not taken, status 000");
        assertThat(Files.readAllLines(folder.resolve("slept"))).containsExactly("1", "2", "4", "8", "16", "0");
    }

    @Test
    void withoutAKeyNothingIsSent() throws Exception {
        answers.add(201);

        Program sent = send("");

        assertThat(sent.status()).isNotZero();
        assertThat(sent.said()).contains("no key, so nothing was sent");
        assertThat(keys).isEmpty();
    }

    @Test
    void eachKeyIsAnother() throws Exception {
        Program made = BareMachine.in(folder).run(Map.of(), Recipe.tools() + "new_key\nnew_key\n");

        assertThat(made.status()).as(made.said()).isZero();
        List<String> lines = made.said().lines().toList();
        assertThat(lines).hasSize(2).doesNotHaveDuplicates().allSatisfy(key -> assertThat(key).hasSizeGreaterThanOrEqualTo(32));
    }

    private Program send(String key) throws Exception {
        return BareMachine.in(folder).run(Map.of(), Recipe.tools() + "send \"" + key + "\" http://"
                + InetAddress.getLoopbackAddress().getHostAddress() + ":" + service.getAddress().getPort() + "/api/v1/reports -d '{}'\n");
    }
}
