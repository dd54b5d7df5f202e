package org.ballast.iallocator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;

/** Documents to try out, and ways to read them. */
final class Documents {
    static final Path CAPTURED = Path.of("../checks/src/test/resources/iallocator");

    /** A small document with all that the protocol has. */
    static final String WHOLE = """
            {
             "version": 2, "cluster_name": "cluster.example.com", "ipolicy": {},
             "cluster_tags": ["htools:iextags:service"],
             "enabled_hypervisors": ["kvm", "fake"],
             "nodegroups": {
              "uuid-1": {"name": "default", "alloc_policy": "preferred", "networks": ["net-1"], "tags": ["g"],
               "ipolicy": {
                "minmax": [{
                 "min": {"memory-size": 128, "cpu-count": 1, "disk-size": 1024, "disk-count": 0, "nic-count": 1,
                  "spindle-use": 1},
                 "max": {"memory-size": 32768, "cpu-count": 8, "disk-size": 1048576, "disk-count": 16, "nic-count": 8,
                  "spindle-use": 12}}],
                "std": {"memory-size": 256, "cpu-count": 2, "disk-size": 2048, "disk-count": 1, "nic-count": 1,
                 "spindle-use": 1},
                "disk-templates": ["drbd", "plain"], "vcpu-ratio": 4.0, "spindle-ratio": 32.5}}
             },
             "nodes": {
              "node1.example.com": {"group": "uuid-1", "offline": false, "drained": false, "vm_capable": true,
               "tags": ["n"], "total_memory": 16384, "reserved_memory": 512, "free_memory": 15000,
               "total_disk": 102400, "free_disk": 100000, "total_cpus": 8, "reserved_cpus": 1,
               "total_spindles": 12, "free_spindles": 11,
               "ndparams": {"exclusive_storage": false, "spindle_count": 2, "cpu_speed": 2}},
              "node2.example.com": {"group": "uuid-1", "offline": false, "drained": false, "vm_capable": true,
               "tags": [], "total_memory": 16384, "reserved_memory": 512, "free_memory": 15000,
               "total_disk": 102400, "free_disk": 100000, "total_cpus": 8, "reserved_cpus": 1,
               "total_spindles": 12, "free_spindles": 11,
               "ndparams": {"exclusive_storage": false, "spindle_count": 2, "cpu_speed": 1}}
             },
             "instances": {
              "web.example.com": {"memory": 1024, "disk_space_total": 2176, "vcpus": 2, "admin_state": "up",
               "disk_template": "drbd", "tags": ["service:web"], "spindle_use": 1, "forthcoming": false,
               "disks": [{"size": 2048, "spindles": null, "mode": "rw"}],
               "nics": [{"mac": "aa:00", "ip": null, "mode": "bridged", "link": "br0", "network": "net-1"}],
               "nodes": ["node1.example.com", "node2.example.com"]}
             },
             "request": {"type": "allocate-secondary", "name": "web.example.com"}
            }
            """;

    private Documents() {}

    static Message read(String document) {
        return MessageReader.read(new ByteArrayInputStream(document.getBytes(UTF_8)), "file");
    }

    /** Reads the document with one piece, which it must have exactly once, replaced by another. */
    static Message with(String piece, String replacement) {
        return read(changed(piece, replacement));
    }

    /** Reads the document with another request. */
    static Message asking(String request) {
        return read(changed("{\"type\": \"allocate-secondary\", \"name\": \"web.example.com\"}", request));
    }

    static String changed(String piece, String replacement) {
        int at = WHOLE.indexOf(piece);
        if (at < 0 || WHOLE.indexOf(piece, at + 1) >= 0) {
            throw new IllegalArgumentException("not exactly once in the document: " + piece);
        }
        return WHOLE.replace(piece, replacement);
    }
}
