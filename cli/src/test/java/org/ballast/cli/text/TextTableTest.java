package org.ballast.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.cli.text.TextTable.Column;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final List<Column> COLUMNS = List.of(Column.word("Name"), Column.number("N"), Column.word("F"));

    @Test
    void numbersAlignToTheRight() {
        TextTable table = new TextTable("  ", COLUMNS);
        table.add(List.of("a", "100", "x"));
        table.add(List.of("longer", "1", "yes"));
        assertThat(table).hasToString("   Name     N F  \n   a      100 x  \n   longer   1 yes\n");
    }

    @Test
    void withoutRowsThereIsAHeader() {
        assertThat(new TextTable("", COLUMNS)).hasToString(" Name N F\n");
    }

    @Test
    void widthsCountCharacters() {
        TextTable table = new TextTable("", List.of(Column.word("A"), Column.word("B")));
        table.add(List.of("é\uD83D\uDE00", "b"));
        assertThat(table.toString()).isEqualTo(" A  B\n é\uD83D\uDE00 b\n");
    }
}
