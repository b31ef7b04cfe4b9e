/** INSi, the national service that finds and verifies identities, as a bench runs it. */
@NullMarked
package fr.socle.insi;

import org.jspecify.annotations.NullMarked;
