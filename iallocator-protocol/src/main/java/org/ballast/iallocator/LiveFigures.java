package org.ballast.iallocator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The figures that a node reports of itself. Figures of its storage may be missing: clusters without volume groups have
 * none, and then they are 0.
 */
final class LiveFigures {
    OptionalDouble memoryTotal = OptionalDouble.empty();
    OptionalLong memoryReserved = OptionalLong.empty();
    OptionalLong memoryFree = OptionalLong.empty();
    OptionalDouble diskTotal = OptionalDouble.empty();
    OptionalLong diskFree = OptionalLong.empty();
    OptionalDouble cpus = OptionalDouble.empty();
    OptionalLong cpusReserved = OptionalLong.empty();
    OptionalLong spindles = OptionalLong.empty();
    OptionalLong spindlesFree = OptionalLong.empty();
    private Optional<ProtocolException> refusal = Optional.empty();

    /** Reads a figure, or passes over a field that is none. */
    void accept(JsonCursor json) {
        int depth = json.depth();
        try {
            read(json);
        } catch (ProtocolException e) {
            json.recover(e, depth);
            refusal = refusal.isPresent() ? refusal : Optional.of(e);
        }
    }

    /** Makes sure that all that must be there is there and was understood. */
    void check(JsonCursor json) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        ObjectFields.required(json, "total_memory", ValueKind.MEBIBYTES, memoryTotal);
        ObjectFields.required(json, "reserved_memory", ValueKind.WHOLE_MEBIBYTES, memoryReserved);
        ObjectFields.required(json, "free_memory", ValueKind.WHOLE_MEBIBYTES, memoryFree);
        ObjectFields.required(json, "total_cpus", ValueKind.NUMBER, cpus);
        ObjectFields.required(json, "reserved_cpus", ValueKind.WHOLE, cpusReserved);
    }

    private void read(JsonCursor json) {
        switch (json.field()) {
            case "total_memory" -> memoryTotal = json.amount(ValueKind.MEBIBYTES, memoryTotal);
            case "reserved_memory" -> memoryReserved = json.size(ValueKind.WHOLE_MEBIBYTES, memoryReserved);
            // Below 0 where instances that should run, but do not, would need more than there is.
            case "free_memory" -> memoryFree = json.whole(ValueKind.WHOLE_MEBIBYTES, memoryFree);
            case "total_disk" -> diskTotal = json.isNull() ? diskTotal : json.amount(ValueKind.MEBIBYTES, diskTotal);
            case "free_disk" -> diskFree = json.isNull() ? diskFree : json.size(ValueKind.WHOLE_MEBIBYTES, diskFree);
            case "total_cpus" -> cpus = json.amount(ValueKind.NUMBER, cpus);
            case "reserved_cpus" -> cpusReserved = json.size(ValueKind.WHOLE, cpusReserved);
            case "total_spindles" -> spindles = json.isNull() ? spindles : json.size(ValueKind.WHOLE, spindles);
            case "free_spindles" ->
                spindlesFree = json.isNull() ? spindlesFree : json.size(ValueKind.WHOLE, spindlesFree);
            default -> json.skip();
        }
    }
}
