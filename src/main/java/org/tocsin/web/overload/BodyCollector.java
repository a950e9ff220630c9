package org.tocsin.web.overload;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.problem.Problem;
import org.tocsin.web.Answers;

/** Collects bodies before a thread is given to them: with one deadline for each, and one budget of memory for all. */
@ApplicationScoped
public class BodyCollector {

    private final Shares memory;
    private final long timeoutMillis;
    private final Answers answers;

    BodyCollector(OverloadConfig config, Answers answers) {
        memory = new Shares(config.bodies().memory().asLongValue(), config.bodies().memoryPerSender().asLongValue());
        timeoutMillis = config.bodies().timeout().toMillis();
        this.answers = answers;
    }

    /**
     * For a filter that takes a body before anyone is known: of any other size, late or broken off it is refused here.
     *
     * @param most how large it may be, in bytes
     * @param then gets it on the event loop; it counts as held until the request is answered
     */
    public void whole(RoutingContext context, int most, Consumer<Buffer> then) {
        if (Bodies.declared(context.request()) > most) {
            Bodies.closeAfterAnswer(context);
            answers.refuse(Problem.tooLarge(most), context);
            return;
        }
        List<String> owners = List.of(Origins.of(context.request().remoteAddress()));
        collect(context, most, owners, collected -> {
            context.addEndHandler(ended -> collected.release());
            if (collected.whole()) {
                then.accept(collected.bytes());
            } else {
                Bodies.closeAfterAnswer(context);
                answers.refuse(Problem.tooLarge(most), context);
            }
        }, problem -> answers.refuse(problem, context));
    }

    /** @param done gets no more than {@code most} bytes and what came with the last of them */
    void collect(RoutingContext context, long most, List<String> owners, Consumer<Collected> done, Consumer<Problem> refused) {
        new Collecting(context, most, memory, owners, done, refused).start(timeoutMillis);
    }
}
