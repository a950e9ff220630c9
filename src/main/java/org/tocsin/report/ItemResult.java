package org.tocsin.report;

import org.tocsin.problem.Problem;

/**
 * What became of one report of a batch.
 *
 * @param index    its place in the batch, from 0
 * @param status   as it would have been answered with alone
 * @param accepted null when it was refused
 * @param refusal  null when it was accepted
 */
public record ItemResult(int index, int status, Accepted accepted, Problem refusal) {

    boolean isRefused() {
        return refusal != null;
    }
}
