package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.Await;
import org.tocsin.local.Together;

class SharedCommitTest {

    private final List<List<Integer>> commits = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void open() {
        gate.countDown();
    }

    private SharedCommit<Integer, String> answering(int most) {
        return new SharedCommit<>(most, all -> {
            commits.add(all);
            return all.stream().map(each -> "answer " + each).toList();
        });
    }

    /** The first commit does not end before the gate opens. */
    private SharedCommit<Integer, String> gated(int most) {
        return new SharedCommit<>(most, all -> {
            commits.add(all);
            if (commits.size() == 1) {
                pass();
            }
            return all.stream().map(each -> "answer " + each).toList();
        });
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> bringing(SharedCommit<Integer, String> shared, int item) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(shared.bring(item));
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        thread.start();
        Await.until("it is at work or waits", () -> thread.getState() == Thread.State.WAITING || answer.isDone());
        return answer;
    }

    @Test
    void whoComesAloneIsAnsweredAlone() {
        // When
        String answer = answering(10).bring(1);

        // Then
        assertThat(answer).isEqualTo("answer 1");
        assertThat(commits).containsExactly(List.of(1));
    }

    @Test
    void whoComesWhileOthersAreAtWorkSharesTheNextCommit() {
        // Given
        SharedCommit<Integer, String> shared = gated(10);
        CompletableFuture<String> first = bringing(shared, 1);
        List<CompletableFuture<String>> next = IntStream.rangeClosed(2, 5).mapToObj(i -> bringing(shared, i)).toList();

        // When
        gate.countDown();

        // Then
        assertThat(first.join()).isEqualTo("answer 1");
        assertThat(next).extracting(CompletableFuture::join).containsExactly("answer 2", "answer 3", "answer 4", "answer 5");
        assertThat(commits).containsExactly(List.of(1), List.of(2, 3, 4, 5));
    }

    @Test
    void noMoreShareACommitThanMay() {
        // Given
        SharedCommit<Integer, String> shared = gated(2);
        CompletableFuture<String> first = bringing(shared, 1);
        List<CompletableFuture<String>> next = IntStream.rangeClosed(2, 6).mapToObj(i -> bringing(shared, i)).toList();

        // When
        gate.countDown();

        // Then
        first.join();
        next.forEach(CompletableFuture::join);
        assertThat(commits).containsExactly(List.of(1), List.of(2, 3), List.of(4, 5), List.of(6));
    }

    @Test
    void aFailureIsToldToAllWhoSharedItAndToNobodyElse() {
        // Given
        SharedCommit<Integer, String> shared = new SharedCommit<>(10, all -> {
            commits.add(all);
            if (commits.size() == 1) {
                pass();
            }
            if (commits.size() == 2) {
                throw new IllegalStateException("the disk is full");
            }
            return all.stream().map(each -> "answer " + each).toList();
        });
        CompletableFuture<String> first = bringing(shared, 1);
        CompletableFuture<String> second = bringing(shared, 2);
        CompletableFuture<String> third = bringing(shared, 3);

        // When
        gate.countDown();

        // Then
        assertThat(first.join()).isEqualTo("answer 1");
        assertThatThrownBy(second::join).hasRootCauseMessage("the disk is full");
        assertThatThrownBy(third::join).hasRootCauseMessage("the disk is full");
        assertThat(shared.bring(4)).isEqualTo("answer 4");
    }

    @Test
    void everyoneOfACrowdIsAnsweredOnce() {
        // Given
        SharedCommit<Integer, String> shared = answering(7);

        // When
        List<List<String>> answers = Together.all(IntStream.range(0, 16).<Supplier<List<String>>>mapToObj(thread ->
                () -> IntStream.range(0, 500).mapToObj(i -> shared.bring(thread * 500 + i)).toList()).toList());

        // Then
        assertThat(answers.stream().flatMap(List::stream))
                .containsExactlyElementsOf(IntStream.range(0, 8000).mapToObj(i -> "answer " + i).toList());
        assertThat(commits.stream().flatMap(List::stream)).hasSize(8000).doesNotHaveDuplicates();
        assertThat(commits).allSatisfy(together -> assertThat(together.size()).isBetween(1, 7));
    }

    @ParameterizedTest
    @ValueSource(classes = {OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class})
    void anErrorIsToldToThoseWhoSharedItAndBlocksNobodyAfterThem(Class<? extends Error> kind) {
        // Given
        SharedCommit<Integer, String> shared = new SharedCommit<>(10, all -> {
            commits.add(all);
            if (commits.size() == 1) {
                pass();
            }
            if (commits.size() == 2) {
                throw made(kind);
            }
            return all.stream().map(each -> "answer " + each).toList();
        });
        bringing(shared, 1);
        CompletableFuture<String> second = bringing(shared, 2);
        CompletableFuture<String> third = bringing(shared, 3);

        // When
        gate.countDown();

        // Then
        assertThatThrownBy(second::join).hasRootCauseInstanceOf(kind);
        assertThatThrownBy(third::join).hasRootCauseInstanceOf(kind);
        assertThat(bringing(shared, 4).join()).isEqualTo("answer 4");
    }

    @Test
    void answersThatAreTooFewFailTheOthersAndBlockNobody() {
        // Given
        SharedCommit<Integer, String> shared = new SharedCommit<>(10, all -> commits.add(all) && commits.size() == 1 ? List.of() : List.of("answer"));

        // When
        CompletableFuture<String> first = bringing(shared, 1);

        // Then
        assertThatThrownBy(first::join).hasCauseInstanceOf(IndexOutOfBoundsException.class);
        assertThat(bringing(shared, 2).join()).isEqualTo("answer");
    }

    @Test
    void whoIsInterruptedWhileItWaitsStillLeadsWhenItsTurnComes() {
        // Given
        SharedCommit<Integer, String> shared = gated(1);
        bringing(shared, 1);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
            waiting.set(Thread.currentThread());
            return shared.bring(2);
        }, work -> new Thread(work).start());
        Await.until("it waits", () -> waiting.get() != null && waiting.get().getState() == Thread.State.WAITING);
        CompletableFuture<String> third = bringing(shared, 3);

        // When
        waiting.get().interrupt();
        gate.countDown();

        // Then
        assertThat(second.join()).isEqualTo("answer 2");
        assertThat(third.join()).isEqualTo("answer 3");
    }

    private static Error made(Class<? extends Error> kind) {
        try {
            return kind.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
