/** What Socle demands of calls about documents. */
@NullMarked
package fr.socle.dmp.registry.check;

import org.jspecify.annotations.NullMarked;
