package org.ballast.hspace.output;

import org.ballast.capacity.bottleneck.HardwareResource;
import org.ballast.capacity.bottleneck.ResourceDemand;
import org.ballast.model.Decimals;

/** Amounts as people write them: {@code 1.5 GiB}, {@code 12 vCPUs}. */
final class Amount {
    private static final double KIBI = 1024;
    private static final int PERCENT = 100;
    private static final String[] LARGER = {"GiB", "TiB", "PiB"};

    private Amount() {}

    /** Writes MiB in the largest unit of which there is one, with one decimal if it is a larger one. */
    static String mebibytes(double amount) {
        if (Math.abs(amount) < KIBI) {
            return Decimals.fixed(amount, 0) + " MiB";
        }
        double value = amount / KIBI;
        int unit = 0;
        while (Math.abs(value) >= KIBI && unit < LARGER.length - 1) {
            value /= KIBI;
            unit++;
        }
        return Decimals.fixed(value, 1) + " " + LARGER[unit];
    }

    /** Writes MiB, also in a larger unit. */
    static String mebibytes(long amount) {
        return mebibytes((double) amount);
    }

    /** Writes which part of a whole something is; nothing if there is no whole. */
    static String share(double part, double whole) {
        return whole > 0 ? Decimals.fixed(PERCENT * part / whole, 1) + " %" : "";
    }

    /** Writes which part of a whole something is; nothing if there is no whole. */
    static String share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    /** Writes how many there are of something of which one is called this. */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** Writes an amount of hardware and what it is. */
    static String of(HardwareResource resource, long amount) {
        return switch (resource) {
            case MEMORY, DISK -> bare(resource, amount) + " " + resource.label();
            case CPUS -> count(amount, "CPU");
            case SPINDLES -> count(amount, "spindle");
        };
    }

    /** Writes an amount of hardware where it is known what it is. */
    static String bare(HardwareResource resource, long amount) {
        return switch (resource) {
            case MEMORY, DISK -> mebibytes(amount);
            case CPUS, SPINDLES -> Long.toString(amount);
        };
    }

    /** Writes what is needed and what there is, precisely enough to see the difference. */
    static String shortage(ResourceDemand demand) {
        boolean isStorage = isStorage(demand.kind());
        String needed = amount(isStorage, demand.needed());
        String available = amount(isStorage, demand.available());
        if (needed.equals(available)) {
            needed = demand.needed() + " MiB";
            available = demand.available() + " MiB";
        }
        String what = "needs " + needed + " " + label(demand);
        if (demand.available() < 0) {
            return what + ", has none: " + amount(isStorage, -demand.available()) + " too little already";
        }
        return what + ", has " + available + kept(demand, isStorage);
    }

    private static String label(ResourceDemand demand) {
        boolean isOne = demand.needed() == 1;
        return switch (demand.kind()) {
            case MEMORY, DISK, SPINDLE_USE -> demand.kind().label();
            case VCPUS -> isOne ? "vcpu" : "vcpus";
            case SPINDLES -> isOne ? "spindle" : "spindles";
        };
    }

    private static boolean isStorage(ResourceDemand.Kind kind) {
        return switch (kind) {
            case MEMORY, DISK -> true;
            case VCPUS, SPINDLES, SPINDLE_USE -> false;
        };
    }

    private static String amount(boolean isStorage, long amount) {
        return isStorage ? mebibytes(amount) : Long.toString(amount);
    }

    /** Writes what there would be if it had not to stay free. The last MiB, which is never used up, is not told. */
    private static String kept(ResourceDemand demand, boolean isStorage) {
        if (!isStorage || demand.reserved() <= 1) {
            return "";
        }
        return " (" + mebibytes(demand.free()) + " free, " + mebibytes(demand.reserved()) + " to be kept)";
    }
}
