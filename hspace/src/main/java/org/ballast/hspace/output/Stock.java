package org.ballast.hspace.output;

/**
 * The amount of a resource and how it is split, in MiB or a number. Not-a-number stands for what is not known.
 *
 * @param total all of it
 * @param used what instances have, and what cannot be allocated
 * @param reserved what has to stay free; negative where more is promised than there is
 * @param free what new instances could have
 * @param afterStandard what is used once the cluster is filled with instances of one size
 * @param afterTiered what is used once it is filled with ever smaller ones
 */
record Stock(double total, double used, double reserved, double free, double afterStandard, double afterTiered) {
    static final Stock NONE = new Stock(0, 0, 0, 0, 0, 0);

    Stock plus(Stock other) {
        return new Stock(
                total + other.total,
                used + other.used,
                reserved + other.reserved,
                free + other.free,
                afterStandard + other.afterStandard,
                afterTiered + other.afterTiered);
    }
}
