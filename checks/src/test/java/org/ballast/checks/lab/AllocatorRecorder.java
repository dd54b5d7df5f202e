package org.ballast.checks.lab;

import java.util.List;

/**
 * Our allocator as the master of a lab finds it: a script in Ganeti's folder that runs {@code bin/hail} and keeps a
 * copy of each request and each reply.
 */
final class AllocatorRecorder {
    private static final String ALLOCATOR = "/usr/local/lib/ganeti/iallocators/hail";
    private static final String COPIES = "/var/lib/allocator-calls";

    private final Lab lab;
    private int seen;

    private AllocatorRecorder(Lab lab) {
        this.lab = lab;
    }

    /**
     * Makes our command the allocator {@code hail} of the master, which must see its folders. Fails if the command
     * cannot run there.
     */
    static AllocatorRecorder install(Lab lab, OurHail hail) {
        lab.onMaster("mkdir", COPIES).output();
        lab.onMaster("sh", "-c", "cat >" + ALLOCATOR + " && chmod 755 " + ALLOCATOR)
                .output(script(hail));
        String command = hail.command().toString();
        lab.onMaster("env", "JAVA_HOME=" + hail.jdk(), "BALLAST_BUILD=never", command, "--version")
                .output();
        return new AllocatorRecorder(lab);
    }

    /** Returns the calls since the last time that this was asked. */
    List<Call> news() {
        List<String> copies = lab.onMaster("find", COPIES, "-name", "*.reply", "-printf", "%f\n")
                .output()
                .lines()
                .map(file -> file.replace(".reply", ""))
                .sorted()
                .toList();
        List<Call> calls = copies.stream().skip(seen).map(this::read).toList();
        seen = copies.size();
        return calls;
    }

    private static String script(OurHail hail) {
        // Copies are named by the time, so that their order is that of the calls.
        return """
                #!/bin/sh
                copy=%s/$(date +%%s%%N)
                printf '%%s\\n' "$*" >"$copy.arguments"
                cp "$1" "$copy.request"
                JAVA_HOME='%s' BALLAST_BUILD=never '%s' "$@" >"$copy.reply"
                code=$?
                cat "$copy.reply"
                exit $code
                """.formatted(COPIES, hail.jdk(), hail.command());
    }

    private Call read(String copy) {
        return new Call(text(copy + ".arguments").strip(), text(copy + ".request"), text(copy + ".reply"));
    }

    private String text(String file) {
        return lab.onMaster("cat", COPIES + "/" + file).output();
    }
}
