package fr.socle.insi.service;

/**
 * The form of an answer on the wire.
 *
 * @param prefixes how namespaces are written
 * @param datesFirst whether the dates of a former number come before it, as in an official
 *     injection file that its schema refuses (insi.md 2.5)
 */
public record AnswerForm(PrefixStyle prefixes, boolean datesFirst) {}
