/** Reaching the operator: submission and access, TLS, tokens. */
@NullMarked
package fr.socle.lps.mss.client;

import org.jspecify.annotations.NullMarked;
