/**
 * The listeners: bytes to requests and back, exactly. Everything a connection sees, well-formed or
 * not, is told to an {@link fr.socle.bench.wire.Intake}.
 */
@NullMarked
package fr.socle.bench.wire;

import org.jspecify.annotations.NullMarked;
