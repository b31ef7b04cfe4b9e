/** SOAP as the services read and write it: envelopes, addressing, dispatch and faults. */
@NullMarked
package fr.socle.bench.soap;

import org.jspecify.annotations.NullMarked;
