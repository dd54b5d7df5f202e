package org.ballast.hail.answer;

/** The refusal of a request that cannot be fulfilled at all; the cluster manager reads the reason. */
final class RequestRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    RequestRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
