package org.ballast.optimizer.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A watch that ends a search by its tries alone, and remembers what it was told. */
public final class Tries implements SearchWatch {
    private final long seed;
    private final long most;
    private final List<Long> reports = Collections.synchronizedList(new ArrayList<>());

    /** Lets a search try so many changes. */
    public Tries(long seed, long most) {
        this.seed = seed;
        this.most = most;
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public long mostTries() {
        return most;
    }

    @Override
    public boolean isOver() {
        return false;
    }

    @Override
    public void progress(double score, ChangeCost changeCost, long tries) {
        reports.add(tries);
    }

    /** Returns the numbers of tries that were reported. */
    public List<Long> reports() {
        return reports;
    }
}
