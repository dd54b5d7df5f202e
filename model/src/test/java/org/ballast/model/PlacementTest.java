package org.ballast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlacementTest {
    @Test
    void hasAPrimaryAndMaybeASecondary() {
        assertThat(new Placement(0, 3).hasSecondary()).isTrue();
        assertThat(new Placement(3, 0).hasSecondary()).isTrue();
        assertThat(Placement.on(2)).isEqualTo(new Placement(2, Placement.NONE));
        assertThat(Placement.on(2).hasSecondary()).isFalse();
    }

    @Test
    void rolesCanBeSwappedIfThereAreTwo() {
        assertThat(new Placement(1, 2).swapped()).isEqualTo(new Placement(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Placement.on(1).swapped());
    }

    @Test
    void rejectsNegativeIndices() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(Placement.NONE, 2))
                .withMessage("not a placement: primary -1, secondary 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Placement(0, -2))
                .withMessage("not a placement: primary 0, secondary -2");
    }
}
