/**
 * The test certificates of a bench: a server authority everybody trusts for one month, client
 * authorities that look like those of IGC-Santé, and certificates that are wrong on purpose.
 */
package fr.socle.bench.pki;
