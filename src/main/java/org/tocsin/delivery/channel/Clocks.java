package org.tocsin.delivery.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.tocsin.time.Now;
import org.tocsin.time.SpanWords;

/**
 * Compares another's clock with ours by the Date of its answers (RFC 9110 section 6.6.1), so that a clock that is wrong is not taken for a key
 * that was revoked: what is signed or issued for the wrong time is refused in the same words.
 */
record Clocks(Now now) {

    /** Less than this nobody minds: a Date has whole seconds, an answer takes some, and assertions live for ten. */
    private static final Duration TOLERATED = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String DATE = "Date";

    /** @return in words, when the clocks differ so much that it explains a refusal; of the answer itself, else of another that is asked for */
    Optional<String> differ(HttpResponse<?> refusal, HttpClient http, URI where) {
        return (refusal.headers().firstValue(DATE).isPresent() ? difference(refusal) : ask(http, where)).flatMap(Clocks::words);
    }

    /** The same when there is nothing but the refusal's message. */
    Optional<String> differ(HttpClient http, URI where) {
        return ask(http, where).flatMap(Clocks::words);
    }

    private Optional<Duration> ask(HttpClient http, URI where) {
        try {
            return difference(http.send(HttpRequest.newBuilder(where).timeout(PATIENCE).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding()));
        } catch (IOException nobodyAnswers) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<Duration> difference(HttpResponse<?> answer) {
        return answer.headers().firstValue(DATE).flatMap(Clocks::read).map(theirs -> Duration.between(now.instant(), theirs.toInstant()));
    }

    private static Optional<ZonedDateTime> read(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<String> words(Duration difference) {
        return Optional.of(difference).filter(by -> by.abs().compareTo(TOLERATED) > 0)
                .map(by -> SpanWords.of(by) + ", ours is " + (by.isNegative() ? "ahead" : "behind")
                        + ". That explains the refusal, so nothing says that our key or certificate was revoked. It is tried again; have both clocks looked at. ");
    }
}
