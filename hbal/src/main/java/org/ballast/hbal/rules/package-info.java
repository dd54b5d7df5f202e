/**
 * Where users' rules come from: a YAML or JSON file ({@link org.ballast.hbal.rules.RuleReader}) and tags
 * ({@link org.ballast.backends.rules.RuleTags}). Both make a {@link org.ballast.backends.rules.RuleSet}; a mistake is one line that
 * names the file, the line and the field. The YAML library is known here only. The format is explained in
 * {@code docs/rules.md}.
 */
@NullMarked
package org.ballast.hbal.rules;

import org.jspecify.annotations.NullMarked;
