package org.ballast.cli.text;

import java.util.List;
import org.ballast.cli.text.TextTable.Column;
import org.ballast.model.Decimals;
import org.ballast.model.Score;

/** The table of the score's rows. */
public final class ScoreTable {
    private static final String INDENT = "  ";
    private static final int VALUE_DECIMALS = 8;
    private static final int WEIGHT_DECIMALS = 2;

    private ScoreTable() {}

    /** Returns the table, indented. */
    public static String of(Score score) {
        TextTable table =
                new TextTable(INDENT, List.of(Column.word("Field"), Column.number("Value"), Column.number("Weight")));
        for (Score.Component component : score.components()) {
            table.add(List.of(
                    component.row().label(),
                    Decimals.fixed(component.value(), VALUE_DECIMALS),
                    "x" + Decimals.fixed(component.weight(), WEIGHT_DECIMALS)));
        }
        return table.toString();
    }

    /** Returns a total score as it is shown everywhere. */
    public static String total(double score) {
        return Decimals.fixed(score, VALUE_DECIMALS);
    }
}
