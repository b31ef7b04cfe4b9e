/** The model of {@code report.json}: what a run of the suite has to say, in plain records. */
@NullMarked
package fr.socle.features.model;

import org.jspecify.annotations.NullMarked;
