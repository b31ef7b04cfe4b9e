/** Asks an authorization server about a token somebody presented (RFC 7662). */
@NullMarked
package fr.socle.bench.introspection;

import org.jspecify.annotations.NullMarked;
