package org.ballast.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HaskellListTest {
    @Test
    void quotesAsThePeerDoes() {
        assertThat(HaskellList.shown(List.of())).isEqualTo("[]");
        assertThat(HaskellList.shown(List.of("inst", "x"))).isEqualTo("[\"inst\",\"x\"]");
        assertThat(HaskellList.shown(List.of("a\u000eHb\u00011\u007fé1\t", "\"q\\")))
                .isEqualTo("[\"a\\SO\\&Hb\\SOH1\\DEL\\233\\&1\\t\",\"\\\"q\\\\\"]");
    }
}
