package org.tocsin.administration;

import java.util.List;
import org.tocsin.delivery.DestinationStates;
import org.tocsin.delivery.channel.Step;

/**
 * A destination, how it stands with it, and what was seen when its line was tried just now.
 *
 * @param steps empty when it was not tried
 */
public record DestinationLine(DestinationStates.State state, List<Step> steps) {

    public boolean isSound() {
        return steps.stream().allMatch(Step::good);
    }
}
