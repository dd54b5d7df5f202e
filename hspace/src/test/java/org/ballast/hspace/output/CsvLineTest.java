package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    @Test
    void fieldsAreQuotedOnlyWhereNecessary() {
        assertThat(CsvLine.of(List.of("plain", "", "a b", "a,b", "say \"hi\"", "two\nlines", "ends\r", "日本")))
                .isEqualTo("plain,,a b,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"ends\r\",日本");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "'", "=", "＝1", "＋1", "－1", "＠1"})
    void namesThatCouldBeFormulasAreGuarded(String name) {
        assertThat(CsvLine.guarded(name)).isEqualTo("'" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node1", "node-1", "a=b", "1+1", "user@site", "it's", " =1", "ñ"})
    void otherNamesAreUnchanged(String name) {
        assertThat(CsvLine.guarded(name)).isEqualTo(name);
    }
}
