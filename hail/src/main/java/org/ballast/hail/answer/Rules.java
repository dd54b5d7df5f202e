package org.ballast.hail.answer;

import java.util.List;
import java.util.Optional;

/**
 * Where instances may be placed.
 *
 * @param ignoreSoftErrors whether placements may break soft limits
 * @param checkCapacity whether each node must still be evacuable afterwards
 * @param restrictTo names of the only nodes for new instances
 */
public record Rules(boolean ignoreSoftErrors, boolean checkCapacity, Optional<List<String>> restrictTo) {}
