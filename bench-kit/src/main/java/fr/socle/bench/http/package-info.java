/** HTTP as the services see it: plain values, no server type. */
@NullMarked
package fr.socle.bench.http;

import org.jspecify.annotations.NullMarked;
