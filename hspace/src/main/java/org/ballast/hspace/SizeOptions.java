package org.ballast.hspace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.Quoted;
import org.ballast.backends.input.Readings;
import org.ballast.capacity.InstanceShape;
import org.ballast.cli.console.Failure;
import org.ballast.cli.options.GanetiOption;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The options for the kind of instance whose capacity is asked for. */
final class SizeOptions {
    private static final long NO_LIMIT = -1;

    @Option(
            names = "--disk-template",
            paramLabel = "TEMPLATE",
            converter = Template.class,
            description = "How their disks are stored; usually the first way that the cluster's policy names.")
    @GanetiOption(kind = "choices=diskless,file,sharedfile,plain,blockdev,drbd,rbd,ext,gluster", lines = "hspace 3")
    private Optional<DiskTemplate> template = Optional.empty();

    @Option(
            names = "--spindle-use",
            paramLabel = "SPINDLES",
            converter = SpindleUse.class,
            description = "How many spindles each is reckoned to keep busy; usually the policy's standard says.")
    @GanetiOption(kind = "float", lines = "hspace 4")
    private Optional<Long> spindleUse = Optional.empty();

    @Option(
            names = "--standard-alloc",
            paramLabel = "STDSPEC",
            converter = StandardSize.class,
            description = "Place instances of this size, given as DISK,MEMORY,CPUS[,SPINDLES]; usually of the policy's"
                    + " standard size.")
    @GanetiOption(kind = "string", lines = "hspace 19")
    private Optional<InstanceShape.Size> standard = Optional.empty();

    @Option(
            names = "--tiered-alloc",
            paramLabel = "TSPEC",
            converter = TieredSize.class,
            description = "Place instances of this size and then ever smaller ones; usually the policy's largest.")
    @GanetiOption(kind = "string", lines = "hspace 20")
    private Optional<InstanceShape.Size> tiered = Optional.empty();

    @Option(
            names = {"-l", "--max-length"},
            paramLabel = "N",
            converter = MaxLength.class,
            description = "Place at most this many; -1, which is usual, for all that fit.")
    @GanetiOption(kind = "integer", lines = "hspace 17")
    private long maxLength = NO_LIMIT;

    private static final class Template implements ITypeConverter<DiskTemplate> {
        @Override
        public DiskTemplate convert(String text) {
            for (DiskTemplate template : DiskTemplate.values()) {
                if (template.label().equals(text)) {
                    return template;
                }
            }
            throw new BackendException("Invalid string value for type DiskTemplate: " + Quoted.quoted(text));
        }
    }

    private static final class SpindleUse implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            long spindles = Readings.integer("parsing spindle-use", text);
            if (spindles < 0) {
                throw new BackendException("Invalid value of the spindle-use (expected >= 0)");
            }
            return spindles;
        }
    }

    private static final class StandardSize implements ITypeConverter<InstanceShape.Size> {
        @Override
        public InstanceShape.Size convert(String text) {
            return SizeText.read("standard", text);
        }
    }

    private static final class TieredSize implements ITypeConverter<InstanceShape.Size> {
        @Override
        public InstanceShape.Size convert(String text) {
            return SizeText.read("tiered", text);
        }
    }

    private static final class MaxLength implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return Readings.integer("max solution length", text);
        }
    }

    /**
     * Returns how disks are stored.
     *
     * @throws Failure if the policy does not say, even where the option does
     */
    DiskTemplate template(InstancePolicy policy) {
        if (policy.templates().isEmpty()) {
            throw Failure.because("null list of disk templates received from cluster");
        }
        return template.orElse(policy.templates().getFirst());
    }

    /**
     * Returns the sizes with which tiered mode begins, one after another.
     *
     * @throws Failure if there is none
     */
    List<InstanceShape> tieredShapes(InstancePolicy policy) {
        List<InstanceShape.Size> sizes = tiered.map(List::of)
                .orElseGet(() -> policy.ranges().stream()
                        .map(range -> InstanceShape.Size.of(range.max()))
                        .toList());
        if (sizes.isEmpty()) {
            throw Failure.because("Empty list of specs received from the cluster");
        }
        return sizes.stream().map(size -> shape(size, policy)).toList();
    }

    /** Returns the size of standard mode. */
    InstanceShape standardShape(InstancePolicy policy) {
        return shape(standard.orElseGet(() -> InstanceShape.Size.of(policy.standard())), policy);
    }

    private InstanceShape shape(InstanceShape.Size size, InstancePolicy policy) {
        return new InstanceShape(
                size, template(policy), spindleUse.orElse(policy.standard().spindleUse()));
    }

    /**
     * Checks that the sizes could be those of instances.
     *
     * @throws Failure if one is below zero
     */
    void check() {
        tiered.ifPresent(size -> check("tiered", size));
        standard.ifPresent(size -> check("standard", size));
    }

    private static void check(String kind, InstanceShape.Size size) {
        if (size.memory() < 0 || size.disk() < 0 || size.vcpus() < 0) {
            throw Failure.because("the " + kind + " size is below zero: memory " + size.memory() + ", disk "
                    + size.disk() + ", CPUs " + size.vcpus());
        }
    }

    /** Returns how many instances are placed at most. */
    OptionalLong limit() {
        return maxLength == NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(maxLength);
    }
}
