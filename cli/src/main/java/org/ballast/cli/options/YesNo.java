package org.ballast.cli.options;

import org.ballast.cli.getopt.Values;
import picocli.CommandLine.ITypeConverter;

/** The converter of {@code yes} and {@code no}. */
final class YesNo implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String text) {
        return Values.yesNo(text);
    }
}
