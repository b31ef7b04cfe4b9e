/**
 * What happens to a request between its listener and the journal, written once for all services.
 */
@NullMarked
package fr.socle.bench.exchange;

import org.jspecify.annotations.NullMarked;
