package org.tocsin.web.query;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import org.tocsin.problem.Fault;

/** What is wrong with the names in the present request's query, for the reader that tells it with its own findings. */
@RequestScoped
public class QueryFaults {

    private List<Fault> found = List.of();

    void found(List<Fault> faults) {
        found = List.copyOf(faults);
    }

    public List<Fault> found() {
        return found;
    }
}
