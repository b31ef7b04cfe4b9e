/** The report made for its readers: one page in French, and ten lines for the terminal. */
@NullMarked
package fr.socle.features.report;

import org.jspecify.annotations.NullMarked;
