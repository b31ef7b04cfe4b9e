/** YAML files that a user writes: what is not known is refused, with the file and the line. */
@NullMarked
package fr.socle.features.yaml;

import org.jspecify.annotations.NullMarked;
