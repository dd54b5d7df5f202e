package org.ballast.hbal;

import java.util.List;
import org.ballast.cli.text.Commands;
import org.ballast.model.Plan;

/** The shell commands of a whole plan, which can be stopped between two moves by creating a file. */
final class CommandScript {
    private static final String HEADER = """
            #!/bin/sh

            # Auto-generated script for executing cluster rebalancing

            # To stop, touch the file /tmp/stop-htools

            set -e

            check() {
              if [ -f /tmp/stop-htools ]; then
                echo 'Stop requested, exiting'
                exit 0
              fi
            }

            """;
    private static final String CHECK = "  check\n";

    private final List<List<Plan.Step>> jobsets;
    private final Commands commands;

    CommandScript(List<List<Plan.Step>> jobsets, Commands commands) {
        this.jobsets = jobsets;
        this.commands = commands;
    }

    /** Returns a script that can be run. */
    String executable() {
        return HEADER + body(CHECK, "");
    }

    /** Returns the commands for people to read, without the places where the script could be stopped. */
    String listing() {
        return body("", "  ");
    }

    private String body(String check, String indent) {
        StringBuilder text = new StringBuilder();
        for (int set = 0; set < jobsets.size(); set++) {
            List<Plan.Step> jobs = jobsets.get(set);
            String place = Integer.toString(set + 1);
            text.append(indent)
                    .append('\n')
                    .append(indent)
                    .append("echo jobset ")
                    .append(place);
            text.append(", ").append(jobs.size()).append(" jobs\n");
            for (int job = 0; job < jobs.size(); job++) {
                text.append(indent)
                        .append("  echo job ")
                        .append(place)
                        .append('/')
                        .append(job + 1)
                        .append('\n');
                text.append(check);
                for (String command : commandsOf(jobs.get(job))) {
                    text.append(indent).append("  ").append(command).append('\n');
                }
            }
        }
        return text.toString();
    }

    private List<String> commandsOf(Plan.Step step) {
        return commands.of(step.move(), step.from());
    }
}
