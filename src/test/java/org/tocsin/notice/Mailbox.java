package org.tocsin.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.local.Await;

/** A mail server that takes everything. */
final class Mailbox implements AutoCloseable {

    /** A mail that came. */
    record Received(String to, String from, String subject, String id, String automatic, String text) {
    }

    private final GreenMail server;

    Mailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    List<Received> about(String reference) {
        return Stream.of(server.getReceivedMessages()).map(Mailbox::read).filter(mail -> mail.subject.contains(reference)).toList();
    }

    List<Received> about(String reference, int count) {
        Await.until(count + " mails about it came", () -> about(reference).size() >= count);
        return about(reference);
    }

    private static Received read(MimeMessage mail) {
        try {
            return new Received(mail.getAllRecipients()[0].toString(), mail.getFrom()[0].toString(), mail.getSubject(),
                    mail.getMessageID(), mail.getHeader("Auto-Submitted", null), mail.getContent().toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
