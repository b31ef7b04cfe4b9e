package fr.socle.features.etapes;

import org.jspecify.annotations.Nullable;

/**
 * Why the software of a colleague could not file a document (mssante.md 2.6).
 *
 * @param code one of the indicative table
 * @param form how it is written; absent for the form in use
 */
record MssError(String code, @Nullable String form) {}
