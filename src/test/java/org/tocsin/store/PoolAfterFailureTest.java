package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;

/** Whatever happens to one who has a connection, the next one who borrows it is given answers to his own questions. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PoolAfterFailureTest {

    /** More than the pool has connections. */
    private static final int QUESTIONS = 60;

    @Inject
    Transactions transactions;
    @Inject
    EntityManager database;
    @ConfigProperty(name = "tocsin.database.url")
    String url;
    @ConfigProperty(name = "tocsin.database.password")
    String password;

    private String ask(String question) {
        return transactions.seeing(Sight.all(), () -> (String) database.createNativeQuery("select '" + question + "'", String.class).getSingleResult());
    }

    private void everyAnswerIsItsQuestions() {
        for (int i = 0; i < QUESTIONS; i++) {
            String question = UUID.randomUUID().toString();
            assertThat(ask(question)).isEqualTo(question);
        }
    }

    private Thread sleeping(String mark, CompletableFuture<Throwable> failed) {
        Thread thread = new Thread(() -> {
            try {
                transactions.seeing(Sight.all(), () -> {
                    database.createNativeQuery("select '" + mark + "', pg_sleep(20)").getResultList();
                });
                failed.complete(null);
            } catch (Throwable thrown) {
                failed.complete(thrown);
            }
        });
        thread.start();
        Await.until("it sleeps in the database", () -> withBackendsOf(mark, "count(*)") > 0);
        return thread;
    }

    /** As the service's own role: no other may see what it asks, or end it. */
    private static long withBackendsOf(String mark, String select) {
        try (Connection service = Rows.asService();
                ResultSet found = service.createStatement().executeQuery("select coalesce(sum(x), 0) from (select " + select
                        + " as x from pg_stat_activity where state = 'active' and query like '%" + mark + "%pg_sleep%' and pid <> pg_backend_pid()) of_it")) {
            found.next();
            return found.getLong(1);
        } catch (SQLException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void afterACancelledStatement() throws Exception {
        // Given
        String mark = UUID.randomUUID().toString();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        sleeping(mark, failed);

        // When
        withBackendsOf(mark, "pg_cancel_backend(pid)::int");

        // Then
        assertThat(failed.get()).hasStackTraceContaining("canceling statement");
        everyAnswerIsItsQuestions();
    }

    @Test
    void afterAConnectionThatTheDatabaseEnded() throws Exception {
        // Given
        String mark = UUID.randomUUID().toString();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();
        sleeping(mark, failed);

        // When
        withBackendsOf(mark, "pg_terminate_backend(pid)::int");

        // Then
        assertThat(failed.get()).isNotNull();
        everyAnswerIsItsQuestions();
    }

    @Test
    void afterAnInterruptedThread() throws InterruptedException, ExecutionException {
        // Given
        String mark = UUID.randomUUID().toString();
        CompletableFuture<Throwable> failed = new CompletableFuture<>();

        // When
        Thread thread = sleeping(mark, failed);
        thread.interrupt();

        // Then
        everyAnswerIsItsQuestions();
        withBackendsOf(mark, "pg_cancel_backend(pid)::int");
        failed.get();
        everyAnswerIsItsQuestions();
    }

    @Test
    void afterAReadingForWhichThereWasNoMemory() throws SQLException {
        // Given: one connection, so that the next one who borrows has the same
        try (AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(of -> of
                .maxSize(1)
                .exceptionSorter(new io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                        .jdbcProperty("socketFactory", FailingSocketFactory.class.getName())
                        .principal(new NamePrincipal("tocsin_app")).credential(new SimplePassword(password)))))) {
            assertThat(asked(pool, "first")).isEqualTo("first");

            // When
            FailingSocketFactory.failNextReading();
            assertThatThrownBy(() -> asked(pool, "second")).isInstanceOf(OutOfMemoryError.class);

            // Then
            for (int i = 0; i < 5; i++) {
                String question = "question " + i;
                Await.until("a sound connection answers", () -> question.equals(answerOrFailure(pool, question)));
            }
        }
    }

    /** A failure is no wrong answer: the pool may find only then that a connection is closed. */
    private static String answerOrFailure(AgroalDataSource pool, String question) {
        try {
            String answer = asked(pool, question);
            assertThat(answer).isEqualTo(question);
            return answer;
        } catch (SQLException closed) {
            return null;
        }
    }

    private static String asked(AgroalDataSource pool, String question) throws SQLException {
        try (Connection connection = pool.getConnection();
                ResultSet answer = connection.createStatement().executeQuery("select '" + question + "'")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
