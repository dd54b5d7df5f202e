package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.text.TextReader;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeOverridesTest {
    private static final Scenario SCENARIO = Scenario.of(TextReader.read("""
            g|u|preferred|

            n1.a.com|1|0|0|1|0|1|M|u
            n2.a.com|1|0|0|1|0|1|N|u
            n1.b.com|1|0|0|1|0|1|N|u
            n3|1|0|0|1|0|1|N|u
            n3.a.com|1|0|0|1|0|1|N|u
            n3|1|0|0|1|0|1|N|u


            """, "file"));

    @Test
    void withoutOverridesTheScenarioIsUnchanged() {
        assertThat(offline().applyTo(SCENARIO)).isEqualTo(SCENARIO);
    }

    @Test
    void fullNamesAndUniqueFirstComponentsTakeNodesOffline() {
        Scenario changed = offline("n2", "n1.a", "n1.b.com").applyTo(SCENARIO);

        assertThat(changed.cluster().nodes())
                .extracting(Node::isOffline)
                .containsExactly(true, true, true, false, false, false);
    }

    @Test
    void aFullNameTakesPrecedenceOverTheFirstComponentsOfAnother() {
        assertThat(offline("n3").applyTo(SCENARIO).cluster().nodes())
                .extracting(Node::isOffline)
                .containsExactly(false, false, false, true, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"n1", "n", "x", "", "n2.a.com.", "N2"})
    void otherNamesAreRefused(String name) {
        assertThatThrownBy(() -> offline(name).applyTo(SCENARIO))
                .isInstanceOf(BackendException.class)
                .hasMessage("wrong node name(s) set as offline: " + name);
    }

    @Test
    void allRefusedNamesAreListedLastOneFirst() {
        assertThatThrownBy(() -> offline("n1", "n2", "zz").applyTo(SCENARIO))
                .hasMessage("wrong node name(s) set as offline: zz,n1");
    }

    @Test
    void limitsReplaceThoseOfTheScenario() {
        Scenario changed = new NodeOverrides(List.of(), OptionalDouble.of(2.5), 0.1).applyTo(SCENARIO);

        assertThat(changed.limits()).isEqualTo(new Scenario.FillLimits(OptionalDouble.of(2.5), 0.1));
        assertThat(changed.cluster()).isEqualTo(SCENARIO.cluster());
    }

    private static NodeOverrides offline(String... names) {
        return new NodeOverrides(List.of(names), OptionalDouble.empty(), 0);
    }
}
