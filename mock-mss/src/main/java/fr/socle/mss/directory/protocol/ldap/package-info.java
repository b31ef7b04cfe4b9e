/** The directory in LDAP; its schema is ours (mssante.md 3.1, 6.4 (A)). */
@NullMarked
package fr.socle.mss.directory.protocol.ldap;

import org.jspecify.annotations.NullMarked;
