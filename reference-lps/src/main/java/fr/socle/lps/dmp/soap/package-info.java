/** Messages of the DMP: envelopes, MTOM, faults. */
@NullMarked
package fr.socle.lps.dmp.soap;

import org.jspecify.annotations.NullMarked;
