package org.tocsin.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs the whole stack until it is told to stop: what bin/up calls.
 *
 * <p>Ctrl-C, SIGTERM and a closed terminal end every part. Killed with SIGKILL it cannot do that: the parts go on, and
 * the next start ends them before it begins.
 */
public final class Up {

    private static final Instant BEGAN = Instant.now();
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Up() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 0) {
            System.out.print(Welcome.help());
            System.exit(arguments[0].matches("-h|--help") ? 0 : 2);
        }
        try {
            run();
        } catch (StackFailure e) {
            System.err.println("bin/up: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run() throws InterruptedException {
        Home home = Home.ofDemo();
        // Before the hook: a second start must not end the parts of the first.
        try (RunLock held = RunLock.take(home)) {
            LocalStack stack = new LocalStack(home, Ports.from(System.getenv()), Up::say);
            CountDownLatch stopping = new CountDownLatch(1);
            CountDownLatch startOver = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, stopping, startOver), "stop"));
            try {
                stack.start();
                new DemoInventory(stack).load(Up::say);
            } finally {
                startOver.countDown();
            }
            System.out.print(Welcome.to(stack, home));
            watch(stack, home, stopping);
        }
    }

    private static void stop(LocalStack stack, CountDownLatch stopping, CountDownLatch startOver) {
        stopping.countDown();
        stack.close();
        try {
            // Stopped in the middle of a start: what it was about to start is ended when it is there.
            if (startOver.getCount() > 0 && startOver.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                stack.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void watch(LocalStack stack, Home home, CountDownLatch stopping) throws InterruptedException {
        while (!stopping.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
            String ended = stack.ended();
            if (ended != null && stopping.getCount() > 0) {
                throw new StackFailure(ended + " has ended by itself; see " + home.log(ended));
            }
        }
    }

    private static void say(String what) {
        System.out.printf("[%3d s] %s%n", Duration.between(BEGAN, Instant.now()).toSeconds(), what);
    }
}
