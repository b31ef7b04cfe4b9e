/** One exchange laid out for a reader: tables, the place of each finding, raw text, curl. */
@NullMarked
package fr.socle.features.report.exchange;

import org.jspecify.annotations.NullMarked;
