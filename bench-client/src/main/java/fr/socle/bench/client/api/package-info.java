/** Records of the control API: what the bench says and accepts, in JSON, closed. */
@NullMarked
package fr.socle.bench.client.api;

import org.jspecify.annotations.NullMarked;
