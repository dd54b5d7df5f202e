package org.ballast.testkit;

import java.util.List;

/** Spellings of sizes in all units that command lines accept, and of whole numbers in all notations. */
final class SizeSpelling {
    private static final long KIBI = 1024;
    private static final double MEGABYTES = KIBI * KIBI / 1e6;

    /** Units, and how many MiB each stands for. */
    private record Unit(List<String> names, double mebibytes) {}

    private static final List<Unit> UNITS = List.of(
            new Unit(List.of("m", "mib", "MiB", "MIB", ""), 1),
            new Unit(List.of("g", "gib", "GiB", "GIB"), KIBI),
            new Unit(List.of("t", "tib", "TiB"), KIBI * KIBI),
            new Unit(List.of("M", "MB", "mb", "Mb"), 1 / MEGABYTES),
            new Unit(List.of("G", "GB", "gb"), 1000 / MEGABYTES),
            new Unit(List.of("T", "TB", "tb"), 1000 * 1000 / MEGABYTES));

    private final Dice dice;

    SizeSpelling(Dice dice) {
        this.dice = dice;
    }

    /** Returns about this size, which is in MiB: exactly if the unit allows it, and at least one unit. */
    String size(long mebibytes) {
        if (mebibytes <= 0 || dice.chance(0.35)) {
            return Long.toString(mebibytes);
        }
        Unit unit = dice.pick(
                UNITS.stream().filter(each -> mebibytes >= 2 * each.mebibytes()).toList());
        String blanks = dice.chance(0.05) ? dice.pick(" ", "  ") : "";
        return number(Math.round(mebibytes / unit.mebibytes())) + blanks + dice.pick(unit.names());
    }

    /** Returns the number, now and then in an odd notation. */
    String number(long number) {
        if (number < 0 || !dice.chance(0.03)) {
            return Long.toString(number);
        }
        return switch (dice.between(0, 3)) {
            case 0 -> " " + number;
            case 1 -> "(" + number + ")";
            case 2 -> "0x" + Long.toHexString(number);
            default -> "0" + number;
        };
    }
}
