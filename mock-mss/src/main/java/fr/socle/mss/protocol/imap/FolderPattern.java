package fr.socle.mss.protocol.imap;

import fr.socle.mss.service.Folder;

/**
 * A pattern of names of folders: {@code *} stands for anything, {@code %} for anything but a
 * separator.
 *
 * @param text as written, its reference before it
 */
record FolderPattern(String text) {
  /** A table rather than an expression: no pattern takes long. */
  boolean matches(String name) {
    int anyCase = isInbox(name) ? Folder.INBOX.length() : 0;
    boolean[] before = new boolean[name.length() + 1];
    before[0] = true;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean[] after = new boolean[name.length() + 1];
      after[0] = before[0] && (each == '*' || each == '%');
      for (int j = 0; j < name.length(); j++) {
        after[j + 1] =
            switch (each) {
              case '*' -> before[j + 1] || after[j];
              case '%' -> before[j + 1] || (after[j] && name.charAt(j) != Folder.SEPARATOR);
              default -> before[j] && isSame(name.charAt(j), each, j < anyCase);
            };
      }
      before = after;
    }
    return before[name.length()];
  }

  // INBOX has no case (RFC 3501 section 5.1), be it the parent of others.
  private static boolean isInbox(String name) {
    return name.equals(Folder.INBOX) || name.startsWith(Folder.INBOX + Folder.SEPARATOR);
  }

  private static boolean isSame(char one, char other, boolean anyCase) {
    return one == other || (anyCase && one == Character.toUpperCase(other));
  }
}
