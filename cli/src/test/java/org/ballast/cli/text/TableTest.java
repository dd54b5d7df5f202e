package org.ballast.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ballast.cli.text.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final List<Column> COLUMNS = List.of(Column.word("Name"), Column.number("N"), Column.word("F"));

    @Test
    void numbersAlignToTheRight() {
        Table table = new Table("  ", COLUMNS);
        table.add(List.of("a", "100", "x"));
        table.add(List.of("longer", "1", "yes"));
        assertThat(table).hasToString("   Name     N F  \n   a      100 x  \n   longer   1 yes\n");
    }

    @Test
    void withoutRowsThereIsAHeader() {
        assertThat(new Table("", COLUMNS)).hasToString(" Name N F\n");
    }

    @Test
    void widthsCountCharacters() {
        Table table = new Table("", List.of(Column.word("A"), Column.word("B")));
        table.add(List.of("é\uD83D\uDE00", "b"));
        assertThat(table.toString()).isEqualTo(" A  B\n é\uD83D\uDE00 b\n");
    }
}
