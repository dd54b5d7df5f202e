package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.List;
import org.ballast.model.Plan;
import org.ballast.optimizer.cost.Cost;
import org.ballast.pages.Part;
import org.ballast.pages.Part.Fact;
import org.ballast.pages.Section;
import org.ballast.pages.Unit;

/** The figures that are read first. */
record PlanOverviewSection(Rebalancing rebalancing) {

    Section section() {
        List<Part> parts = new ArrayList<>(List.of(new Part.Facts(facts())));
        Milestone.mostOf(rebalancing).map(PlanOverviewSection::early).ifPresent(parts::add);
        parts.add(new Part.Paragraph("What ended the search: "
                + rebalancing.plan().stoppedBy().label().replace('-', ' ') + "."));
        rebalancing.notes().forEach(note -> parts.add(new Part.Paragraph(note)));
        return new Section("At a glance", parts);
    }

    private List<Fact> facts() {
        Cost cost = rebalancing.cost();
        List<Fact> facts = new ArrayList<>(List.of(score()));
        facts.add(new Fact(
                "Moves",
                Unit.COUNT.text(cost.moves()),
                cost.moves() == 0
                        ? ""
                        : "of " + PageWords.count(PageWords.movedInstances(rebalancing.plan()), "instance")));
        facts.add(new Fact(
                "Disk copied",
                PageWords.mebibytes(cost.diskMib()),
                cost.diskCopies() == 0 ? "" : PageWords.count(cost.diskCopies(), "copy", "copies")));
        facts.add(new Fact("Memory migrated", PageWords.mebibytes(cost.memoryMib()), changes(cost)));
        if (cost.moves() > 0) {
            facts.add(time(cost));
        }
        return facts;
    }

    private Fact score() {
        Plan plan = rebalancing.plan();
        double before = plan.before().total();
        double after = plan.after().total();
        String note = plan.steps().isEmpty() || !(before > 0)
                ? "as it was"
                : "from " + PageWords.score(before) + ", " + PageWords.share(Math.abs(before - after) / before)
                        + (after <= before ? " lower" : " higher");
        return new Fact("Score", PageWords.score(after), note);
    }

    private static String changes(Cost cost) {
        List<String> parts = new ArrayList<>();
        if (cost.migrations() > 0) {
            parts.add(PageWords.count(cost.migrations(), "live migration"));
        }
        if (cost.failovers() > 0) {
            parts.add(PageWords.count(cost.failovers(), "failover"));
        }
        return String.join(", ", parts);
    }

    private Fact time(Cost cost) {
        String alone = PageWords.seconds(cost.work()) + " one after another";
        return rebalancing.makespan().isPresent()
                ? new Fact(
                        "Estimated time",
                        PageWords.seconds(rebalancing.makespan().getAsDouble()),
                        alone)
                : new Fact("Estimated time", PageWords.seconds(cost.work()), "one after another");
    }

    private static Part early(Milestone milestone) {
        return new Part.Paragraph(PageWords.share(Milestone.MOST) + " of the gain is there after "
                + PageWords.count(milestone.steps(), "move") + " and "
                + PageWords.mebibytes(milestone.dataMib()) + " of " + PageWords.mebibytes(milestone.allMib())
                + " over the network.");
    }
}
