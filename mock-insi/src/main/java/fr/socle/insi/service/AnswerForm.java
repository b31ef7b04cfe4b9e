package fr.socle.insi.service;

/**
 * The form of an answer on the wire.
 *
 * @param prefixes how namespaces are written
 * @param datesFirst whether the dates of a former number come before it, as in an official
 *     injection file that its schema refuses (insi.md 2.5)
 * @param numberTypes whether TypeMatricule is written, as in a client's fixture (insi.md 2.5)
 */
public record AnswerForm(PrefixStyle prefixes, boolean datesFirst, boolean numberTypes) {

  /** The form of live answers. */
  public static AnswerForm of(PrefixStyle prefixes) {
    return new AnswerForm(prefixes, false, false);
  }
}
