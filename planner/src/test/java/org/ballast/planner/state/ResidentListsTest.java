package org.ballast.planner.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentListsTest {
    private static final int NONE = -1;

    /** Returns three nodes, of which the first has instances 3, 2, 1, 0, the second 5, 4 and the third none. */
    private static ResidentLists threeNodes() {
        ResidentLists lists = new ResidentLists(3, 6);
        for (int instance = 0; instance < 6; instance++) {
            lists.addFirst(instance < 4 ? 0 : 1, instance);
        }
        return lists;
    }

    @Test
    void theLastToComeIsFirst() {
        ResidentLists lists = threeNodes();

        assertThat(lists.of(0)).containsExactly(3, 2, 1, 0);
        assertThat(lists.of(1)).containsExactly(5, 4);
        assertThat(lists.of(2)).isEmpty();
    }

    @Test
    void firstAndNextVisitAllResidents() {
        ResidentLists lists = threeNodes();

        assertThat(lists.first(1)).isEqualTo(5);
        assertThat(lists.next(5)).isEqualTo(4);
        assertThat(lists.next(4)).isEqualTo(NONE);
        assertThat(lists.first(2)).isEqualTo(NONE);
    }

    @Test
    void removalKeepsTheOthersInOrder() {
        ResidentLists lists = threeNodes();
        lists.remove(0, 3);
        assertThat(lists.of(0)).as("without the first").containsExactly(2, 1, 0);
        lists.remove(0, 1);
        assertThat(lists.of(0)).as("without one between").containsExactly(2, 0);
        lists.remove(0, 0);
        assertThat(lists.of(0)).as("without the last").containsExactly(2);
        lists.remove(0, 2);
        assertThat(lists.of(0)).isEmpty();
        assertThat(lists.first(0)).isEqualTo(NONE);
        assertThat(lists.of(1)).containsExactly(5, 4);
    }

    @Test
    void aMovedInstanceComesFirstOnItsNewNode() {
        ResidentLists lists = threeNodes();
        lists.remove(0, 2);
        lists.addFirst(1, 2);

        assertThat(lists.of(0)).containsExactly(3, 1, 0);
        assertThat(lists.of(1)).containsExactly(2, 5, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whoLeftCanReturnToTheOldPlace(int instance) {
        ResidentLists lists = threeNodes();
        int successor = lists.next(instance);
        lists.remove(0, instance);
        lists.addBefore(successor, 0, instance);

        assertThat(lists.of(0)).containsExactly(3, 2, 1, 0);
    }

    @Test
    void theOnlyResidentCanLeaveAndReturn() {
        ResidentLists lists = new ResidentLists(1, 1);
        lists.addBefore(NONE, 0, 0);
        assertThat(lists.of(0)).containsExactly(0);
        lists.remove(0, 0);
        lists.addBefore(NONE, 0, 0);
        assertThat(lists.of(0)).containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void goingBackStepByStepRestoresTheOrder(long seed) {
        record Step(int instance, int from, int successor, int to) {}
        SplittableRandom random = new SplittableRandom(seed);
        ResidentLists lists = threeNodes();
        List<List<Integer>> before = all(lists);
        int[] nodeOf = {0, 0, 0, 0, 1, 1};
        List<Step> steps = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            int instance = random.nextInt(6);
            Step step = new Step(instance, nodeOf[instance], lists.next(instance), random.nextInt(3));
            lists.remove(step.from(), instance);
            lists.addFirst(step.to(), instance);
            nodeOf[instance] = step.to();
            steps.add(step);
        }
        for (Step step : steps.reversed()) {
            lists.remove(step.to(), step.instance());
            lists.addBefore(step.successor(), step.from(), step.instance());
        }

        assertThat(all(lists)).isEqualTo(before);
    }

    private static List<List<Integer>> all(ResidentLists lists) {
        return IntStream.range(0, 3)
                .mapToObj(node -> IntStream.of(lists.of(node)).boxed().toList())
                .toList();
    }
}
