package org.tocsin.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands mail to the server that is configured. */
@ApplicationScoped
class MailLine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReactiveMailer mailer;
    private final DutyList duty;
    private final String instance;

    MailLine(ReactiveMailer mailer, DutyList duty, @ConfigProperty(name = "tocsin.instance.name") String instance) {
        this.mailer = mailer;
        this.duty = duty;
        this.instance = instance;
    }

    /** @return why it was not taken; nothing when it was */
    Optional<String> send(NoticeMessage message) {
        Optional<String> address = message.purpose().equals(Notice.NEWS) ? Optional.of(message.recipient())
                : duty.find(message.recipient()).flatMap(DutyConfig.Contact::mail);
        if (address.isEmpty()) {
            return Optional.of("Nobody of this name with a mail address is on the duty list any more.");
        }
        Mail mail = Mail.withText(address.get(), message.subject(), message.body())
                // The same for a repeat, so that a mailbox can show it once.
                .addHeader("Message-ID", "<" + message.id() + "@" + instance + ".tocsin>")
                // So that no absence notes come back (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            return Optional.empty();
        } catch (RuntimeException e) {
            // Whatever it was, from a server that is away to one that refuses: it is tried again.
            return Optional.of("The mail server did not take it: " + e.getClass().getSimpleName() + ".");
        }
    }
}
