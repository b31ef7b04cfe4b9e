/** The SQL store: H2 in memory or in files, PostgreSQL by address. */
@NullMarked
package fr.socle.bench.store;

import org.jspecify.annotations.NullMarked;
