/**
 * Where the mail of a domain is, asked of DNS: an option beside the configuration file (mssante.md
 * 1.4, RFC 6186, second hand).
 */
@NullMarked
package fr.socle.mss.directory.protocol.dns;

import org.jspecify.annotations.NullMarked;
