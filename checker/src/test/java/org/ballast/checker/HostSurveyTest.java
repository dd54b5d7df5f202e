package org.ballast.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class HostSurveyTest {
    /** Instance 0 is on n0:n1, instance 1 on n1 alone. */
    private static final Scenario SCENARIO = new Sketch()
            .node("n0", node -> node.memory = 4096)
            .node("n1", node -> node.memory = 4096)
            .node("n2", node -> node.memory = 2048)
            .drbd("a", "n0", "n1", instance -> instance.memory = 1024)
            .single("b", "n1", instance -> instance.memory = 2048)
            .scenario();

    private final HostSurvey survey = new HostSurvey(SCENARIO);

    private int enter(String name, DiskTemplate template) {
        Instance model = SCENARIO.cluster().instances().getFirst();
        Instance named = new Instance(
                name,
                model.memory(),
                model.disk(),
                model.disks(),
                model.vcpus(),
                model.status(),
                true,
                Placement.NOWHERE,
                template,
                List.of(),
                1,
                false,
                List.of());
        return survey.enter(named, SCENARIO.tags());
    }

    private List<String> sentences(List<? extends Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.describe(survey.cluster()))
                .toList();
    }

    @Test
    void aNewInstanceCompetesWithThosePlacedBeforeIt() {
        int first = enter("first", DiskTemplate.RBD);
        int second = enter("second", DiskTemplate.RBD);

        assertThat(survey.askPrimary(second, 2, false)).isEmpty();
        survey.place(first, Placement.on(2));
        assertThat(sentences(survey.askPrimary(second, 2, false)))
                .contains("n2 needs 1 MiB more memory to host second");
    }

    @Test
    void changesToACopyLeaveTheOriginalUnchanged() {
        int first = enter("first", DiskTemplate.RBD);
        survey.copy().place(first, Placement.on(2));

        assertThat(survey.placement(first).isNowhere()).isTrue();
        assertThat(survey.askPrimary(first, 2, false)).isEmpty();
    }

    @Test
    void aSecondaryPrefersThePrimaryWhoseFailureClaimsLeast() {
        assertThat(survey.preferredPrimary(1, List.of(0, 1, 2))).hasValue(2);
        assertThat(survey.preferredPrimary(1, List.of(1))).isEmpty();
    }

    @Test
    void onlyMirroredInstancesHaveSecondaries() {
        int plain = enter("plain", DiskTemplate.PLAIN);

        assertThat(survey.askSecondary(plain, 0, 2))
                .containsExactly(new PlacementRefusal.WrongNodes(plain, new Placement(0, 2)));
    }

    @Test
    void failoverLoadCountsTheNewInstanceAndThoseThere() {
        int mirrored = enter("new", DiskTemplate.DRBD);
        FailoverLoad takeovers = survey.failoverLoad(List.of(0, 1, 2));

        assertThat(takeovers.lacking()).isEmpty();
        assertThat(takeovers.lackingAt(mirrored, 2)).isEmpty();
        assertThat(sentences(takeovers.lackingAt(mirrored, 1)))
                .containsExactly("n1 needs 1 MiB more memory to take over n0's instances if it fails");
        assertThat(takeovers.lackingAt(mirrored, 0, 1))
                .containsExactly(new PlacementRefusal.Takeover(1, 0, 2048, 2048));
    }

    @Test
    void nodesThatMightTakeOverSayWhatTheyLack() {
        assertThat(survey.refuges(1, 1))
                .satisfiesExactly(
                        first -> assertThat(first).isEmpty(),
                        second ->
                                assertThat(sentences(second)).containsExactly("n2 needs 1 MiB more memory to host b"));
        assertThat(survey.refuges(0, 0)).containsExactly(List.of());
    }

    @Test
    void aRefusedMoveIsMadeAndItsRefusalsReturned() {
        assertThat(survey.make(new Move.FailoverToAny(1, 2), false)).isNotEmpty();
        assertThat(survey.placement(1)).isEqualTo(Placement.on(2));
    }

    @Test
    void aWithdrawnInstanceFreesItsRoom() {
        int mirrored = enter("new", DiskTemplate.RBD);
        survey.place(mirrored, Placement.on(2));
        survey.withdraw(mirrored);

        assertThat(survey.askPrimary(mirrored, 2, false)).isEmpty();
    }
}
