package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class N1RuleTest {
    private static final Node NODE = Node.unreachable("node", 0);

    @ParameterizedTest
    @EnumSource
    void aNodeIsJudgedByTheRuleOfTheRun(N1Rule rule) {
        assertThat(rule.of(NODE.withFreeMemory(0, List.of("ballast:n1:3.0", "n1:3.1"))))
                .isEqualTo(rule);
    }

    @ParameterizedTest
    @EnumSource
    void aTagHasTheNodeJudgedByAssignedMemory(N1Rule rule) {
        assertThat(rule.of(NODE.withFreeMemory(0, List.of("rack:1", "ballast:n1:3.1"))))
                .isEqualTo(N1Rule.ASSIGNED);
    }
}
