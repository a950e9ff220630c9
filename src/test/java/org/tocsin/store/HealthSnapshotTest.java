package org.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthSnapshotTest {

    private static final long AT = Long.MAX_VALUE - 5;
    private static final long STALE = HealthSnapshot.STALE.toNanos();

    @Test
    void whatWasSeenCountsUntilItIsStale() {
        HealthSnapshot up = new HealthSnapshot(true, "", AT);

        assertThat(up.isUp(AT)).isTrue();
        // The monotonic clock may begin anywhere, and go over its end.
        assertThat(up.isUp(AT + STALE)).isTrue();
        assertThat(up.isUp(AT + STALE + 1)).isFalse();
        assertThat(up.words(AT + STALE + 1)).isEqualTo("nobody has looked for 20 s");
    }

    @Test
    void whatWasDownStaysSo() {
        HealthSnapshot down = new HealthSnapshot(false, "it does not answer", AT);

        assertThat(down.isUp(AT)).isFalse();
        assertThat(down.words(AT)).isEqualTo("it does not answer");
    }
}
