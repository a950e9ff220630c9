package org.tocsin.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Lets those who arrive together share one commit. Whoever finds nobody at work does it for all that wait, while the
 * next ones gather; so a single caller waits for nobody, and a crowd waits for one disk write instead of queueing for
 * its own. Nothing here is truth: each caller's own thread waits for the answer, and what is lost with the process is
 * what nobody was answered.
 *
 * @param <T> what one brings
 * @param <R> what one is answered
 */
public final class SharedCommit<T, R> {

    private final int most;
    private final Function<List<T>, List<R>> work;
    /** Guarded by this. */
    private final Queue<Waiting<T, R>> waiting = new ArrayDeque<>();
    /** Guarded by this. */
    private boolean atWork;

    /** @param leads completed for those who wait: true when it is their turn to work, false when they have an answer */
    private record Waiting<T, R>(T brought, CompletableFuture<Boolean> leads, CompletableFuture<R> answer) {
    }

    /**
     * @param most at most so many share a commit
     * @param work commits what they brought and answers each, in the same order; if it fails, all of them fail with it
     */
    public SharedCommit(int most, Function<List<T>, List<R>> work) {
        this.most = most;
        this.work = work;
    }

    /** @throws RuntimeException what the shared work failed with; wrapped when it was an Error */
    public R bring(T item) {
        Waiting<T, R> own = new Waiting<>(item, new CompletableFuture<>(), new CompletableFuture<>());
        boolean leads;
        try {
            leads = leadsAtOnce(own) || own.leads().join();
        } catch (RuntimeException | Error failure) {
            leave(own);
            throw failure;
        }
        if (leads) {
            lead();
        }
        return answerTo(own);
    }

    private R answerTo(Waiting<T, R> own) {
        if (!own.answer().isDone()) {
            throw new IllegalStateException("Whoever committed for this one broke off before it had an answer");
        }
        try {
            return own.answer().join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        }
    }

    private synchronized boolean leadsAtOnce(Waiting<T, R> own) {
        waiting.add(own);
        boolean first = !atWork;
        atWork = true;
        return first;
    }

    /** One that cannot wait any more, such as for want of memory: it must not be the one whose turn it is. */
    private synchronized void leave(Waiting<T, R> own) {
        waiting.remove(own);
        if (own.leads().getNow(false)) {
            handOver();
        }
    }

    /**
     * Works for those who wait now, the leader among them, and hands over to the next who came meanwhile: whatever happens,
     * also an Error. To release those who wait takes no memory.
     */
    private void lead() {
        List<Waiting<T, R>> together = List.of();
        try {
            together = gather();
            work(together);
        } finally {
            together.forEach(each -> each.leads().complete(false));
            handOver();
        }
    }

    private void work(List<Waiting<T, R>> together) {
        try {
            List<R> answers = work.apply(together.stream().map(Waiting::brought).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failure) { // everyone who waits for it must hear of it, whatever it is
            together.forEach(each -> each.answer().completeExceptionally(failure));
        }
    }

    private synchronized List<Waiting<T, R>> gather() {
        List<Waiting<T, R>> together = new ArrayList<>(Math.min(waiting.size(), most));
        while (together.size() < most && !waiting.isEmpty()) {
            together.add(waiting.remove());
        }
        return together;
    }

    private synchronized void handOver() {
        Waiting<T, R> next = waiting.peek();
        if (next == null) {
            atWork = false;
        } else {
            next.leads().complete(true);
        }
    }
}
