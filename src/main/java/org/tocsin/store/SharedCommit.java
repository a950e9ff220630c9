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

    /** @throws RuntimeException what the shared work failed with */
    public R bring(T item) {
        Waiting<T, R> own = new Waiting<>(item, new CompletableFuture<>(), new CompletableFuture<>());
        if (leadsAtOnce(own) || own.leads().join()) {
            lead();
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

    /** Works for those who wait now, the leader among them, and hands over to the next who came meanwhile. */
    private void lead() {
        List<Waiting<T, R>> together = gather();
        try {
            List<R> answers = work.apply(together.stream().map(Waiting::brought).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException | Error failure) { // everyone who waits for it must hear of it, whatever it is
            together.forEach(each -> each.answer().completeExceptionally(failure));
        } finally {
            together.forEach(each -> each.leads().complete(false));
            handOver();
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
