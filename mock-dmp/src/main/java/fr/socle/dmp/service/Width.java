package fr.socle.dmp.service;

/** What the wire brings is as long as its sender wants; a column is not. */
final class Width {
  private Width() {}

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
