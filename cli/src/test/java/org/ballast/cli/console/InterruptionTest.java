package org.ballast.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptionTest {
    @Test
    void noEndIsWantedBeforeASignal() {
        Interruption never = Interruption.never();
        never.listen();
        assertThat(never.isWanted()).isFalse();
        assertThat(Interruption.ofProcess().isWanted()).isFalse();
    }

    /** If nobody listened, this would end the process that runs the tests. */
    @Test
    void controlCAsksForAnEnd() throws ReflectiveOperationException, InterruptedException {
        Interruption interruption = Interruption.ofProcess();
        interruption.listen();
        Class<?> signal = Class.forName("sun.misc.Signal");
        signal.getMethod("raise", signal)
                .invoke(null, signal.getConstructor(String.class).newInstance("INT"));
        for (int k = 0; k < 1000 && !interruption.isWanted(); k++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(interruption.isWanted()).isTrue();
    }
}
