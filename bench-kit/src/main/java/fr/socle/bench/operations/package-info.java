/** Everything that can be asked of a bench, whatever the transport. */
@NullMarked
package fr.socle.bench.operations;

import org.jspecify.annotations.NullMarked;
